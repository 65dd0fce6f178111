namespace RealtimeTraining.Server.Reviews;

internal static class SharingEndpoints
{
    /// <summary>Into the group of reviews, whose roles hold.</summary>
    public static void MapSharing(this RouteGroupBuilder group)
    {
        group.MapGet("/{id:guid}/share", GetShare.HandleAsync).WithName("GetShare");
        group.MapPut("/{id:guid}/share", (Guid id, ShareReview request, ShareReviewHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, request, cancellationToken)).WithName("ShareReview");
        group.MapDelete("/{id:guid}/share", TakeBackReview.HandleAsync).WithName("TakeBackReview");
    }

    /// <summary>For everybody who is signed in: each sees what was shared with them, and nothing else whatever their role.</summary>
    public static void MapMyReviews(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/my-reviews").WithTags("MyReviews").RequireAuthorization();
        group.MapGet("/", ListMyReviews.HandleAsync).WithName("ListMyReviews");
        group.MapGet("/notice", GetMyNotice.HandleAsync).WithName("GetMyNotice");
        group.MapGet("/{id:guid}", (Guid id, ReadMyReviewHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, cancellationToken)).WithName("ReadMyReview");
        group.MapGet("/{id:guid}/sound", GetMySound.HandleAsync).WithName("GetMySound");
        group.MapGet("/{id:guid}/outline", GetMyOutline.HandleAsync).WithName("GetMyOutline");
        group.MapPost("/{id:guid}/answers", (Guid id, GiveAnswer request, GiveAnswerHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, request, cancellationToken)).WithName("GiveAnswer");
        group.MapGet("/actions", MyActions.ListAsync).WithName("ListMyActions");
        group.MapPost("/actions/{actionId:guid}/done", MyActions.SayDoneAsync).WithName("SayActionDone");
        group.MapGet("/practices/{practiceId:guid}", (Guid practiceId, MomentComparisons comparisons, CancellationToken cancellationToken) =>
            comparisons.HandleAsync(practiceId, cancellationToken)).WithName("CompareMyPractice");
    }
}
