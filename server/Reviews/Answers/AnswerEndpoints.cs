namespace RealtimeTraining.Server.Reviews;

internal static class AnswerEndpoints
{
    /// <summary>Into the group of reviews, whose roles hold.</summary>
    public static void MapAnswers(this RouteGroupBuilder group)
    {
        group.MapGet("/disputes", ListDisputes.HandleAsync).WithName("ListDisputes");
        group.MapGet("/{id:guid}/answers", ListAnswers.HandleAsync).WithName("ListAnswers");
        group.MapPut("/{id:guid}/answers/{answerId:guid}/reply", (Guid id, Guid answerId, ReplyToAnswer request, ReplyToAnswerHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, answerId, request, cancellationToken)).WithName("ReplyToAnswer");
    }
}
