namespace RealtimeTraining.Server.Calls;

public static class CallEndpoints
{
    public static IEndpointRouteBuilder MapCalls(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/calls").WithTags("Calls").RequireAuthorization();
        group.MapGet("/", ListCalls.HandleAsync).WithName("ListCalls");
        group.MapGet("/hub", HubProtocols.Offer).WithName("GetHubOffer");
        group.MapGet("/{id}", GetCall.HandleAsync).WithName("GetCall");
        group.MapGet("/{id}/events", GetCallEvents.HandleAsync).WithName("GetCallEvents");
        group.MapGet("/{id}/debrief", GetDebrief.HandleAsync).WithName("GetDebrief");
        group.MapPost("/{id}/score", ScoreCall.HandleAsync).WithName("ScoreCall");
        group.MapGet("/{id}/recording", GetRecording.HandleAsync).WithName("GetRecording");
        group.MapPost("/{id}/phrasings", AddPhrasing.HandleAsync).WithName("AddPhrasing")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Accounts.Role.Coach), nameof(Accounts.Role.Administrator)));
        routes.MapHub<CallHub>("/hubs/call");
        return routes;
    }
}
