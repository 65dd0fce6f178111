namespace RealtimeTraining.Server.Reviews;

internal static class ActionEndpoints
{
    /// <summary>Into the group of reviews, whose roles hold.</summary>
    public static void MapActions(this RouteGroupBuilder group)
    {
        group.MapGet("/actions", ListActions.HandleAsync).WithName("ListActions");
        group.MapGet("/actions/export", ExportActions.HandleAsync).WithName("ExportActions");
        group.MapPost("/{id:guid}/actions", (Guid id, SetAction request, SetActionHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(id, request, cancellationToken)).WithName("SetAction");
        group.MapPut("/actions/{actionId:guid}", ChangeActions.ChangeAsync).WithName("ChangeAction");
        group.MapDelete("/actions/{actionId:guid}", ChangeActions.RemoveAsync).WithName("RemoveAction");
    }
}
