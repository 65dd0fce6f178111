using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Reviews;

public static class ReviewEndpoints
{
    /// <summary>For coaches and administrators, who see the recordings of their own organisation; and for each person, what was shared with them.</summary>
    public static IEndpointRouteBuilder MapReviews(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/reviews").WithTags("Reviews").RequireRole(Role.Coach, Role.Administrator);
        group.MapGet("/", ListReviews.HandleAsync).WithName("ListReviews");
        group.MapGet("/rules", GetUploadRules.Handle).WithName("GetUploadRules");
        group.MapGet("/staff", ListStaff.HandleAsync).WithName("ListStaff");
        group.MapGet("/{id:guid}", GetReview.HandleAsync).WithName("GetReview");
        group.MapPost("/", (BeginUpload request, BeginUploadHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(request, cancellationToken)).WithName("BeginUpload").RequireRateLimiting(UploadLimits.Uploads);
        group.MapPut("/{id:guid}/content", (Guid id, long offset, Stream body, HttpContext context, SendPieceHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, offset, body, context, cancellationToken)).WithName("SendPiece").RequireRateLimiting(UploadLimits.Pieces);
        group.MapPost("/{id:guid}/retry", RetryReview.HandleAsync).WithName("RetryReview");
        group.MapPost("/{id:guid}/swap", SwapRoles.HandleAsync).WithName("SwapRoles");
        group.MapPut("/{id:guid}/facts", (Guid id, ChangeFacts request, ChangeFactsHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, request, cancellationToken)).WithName("ChangeFacts");
        group.MapDelete("/{id:guid}", RemoveReview.HandleAsync).WithName("RemoveReview");
        group.MapGet("/audit", ListAudit.HandleAsync).WithName("ListReviewAudit").RequireRole(Role.Administrator);
        group.MapGet("/{id:guid}/reading", (Guid id, bool? reveal, ReadReviewHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, reveal == true, cancellationToken)).WithName("ReadReview");
        group.MapGet("/{id:guid}/sound", GetSound.HandleAsync).WithName("GetSound");
        group.MapGet("/{id:guid}/outline", GetOutline.HandleAsync).WithName("GetOutline");
        group.MapGet("/{id:guid}/lines/{number:int}", (Guid id, int number, GetLineHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, number, cancellationToken)).WithName("GetLine");
        group.MapPut("/{id:guid}/lines/{number:int}", (Guid id, int number, CorrectLine request, CorrectLineHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, number, request, cancellationToken)).WithName("CorrectLine");
        group.MapGet("/agreement", GetAgreement.HandleAsync).WithName("GetAgreement");
        group.MapGet("/{id:guid}/judgements", ListJudgements.HandleAsync).WithName("ListJudgements");
        group.MapPut("/{id:guid}/judgement", (Guid id, SaveJudgement request, SaveJudgementHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, request, cancellationToken)).WithName("SaveJudgement");
        group.MapGet("/export", ([AsParameters] ReviewFilter filter, ExportTableHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(filter, cancellationToken)).WithName("ExportTable");
        group.MapGet("/{id:guid}/export", (Guid id, ExportReviewHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, cancellationToken)).WithName("ExportReview");
        group.MapPractices();
        group.MapRetention();
        group.MapSharing();
        group.MapAnswers();
        group.MapActions();
        group.MapCalibrations();
        routes.MapMyReviews();
        group.MapSearch();
        return routes;
    }
}
