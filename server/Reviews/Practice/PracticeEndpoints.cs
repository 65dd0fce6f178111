namespace RealtimeTraining.Server.Reviews;

internal static class PracticeEndpoints
{
    /// <summary>Into the group of reviews, whose roles hold.</summary>
    public static void MapPractices(this RouteGroupBuilder group)
    {
        group.MapGet("/{id:guid}/practices", ListPractices.HandleAsync).WithName("ListPractices");
        group.MapPost("/{id:guid}/practices", (Guid id, BeginPractice request, BeginPracticeHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, request, cancellationToken)).WithName("BeginPractice");
        group.MapGet("/{id:guid}/practices/{practiceId:guid}", GetPractice.HandleAsync).WithName("GetPractice");
        group.MapPut("/{id:guid}/practices/{practiceId:guid}", (Guid id, Guid practiceId, SavePractice request, SavePracticeHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, practiceId, request, cancellationToken)).WithName("SavePractice");
        group.MapDelete("/{id:guid}/practices/{practiceId:guid}", RemovePractice.HandleAsync).WithName("RemovePractice");
        group.MapPost("/{id:guid}/practices/{practiceId:guid}/assignments", (Guid id, Guid practiceId, AssignPractice request, AssignPracticeHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, practiceId, request, cancellationToken)).WithName("AssignPractice");
    }
}
