using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Supervision;

public static class SupervisionEndpoints
{
    public static IEndpointRouteBuilder MapSupervision(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/supervision").WithTags("Supervision").RequireRole(Role.Administrator);
        group.MapGet("/audit", ListSupervision.HandleAsync).WithName("ListSupervision");
        group.MapGet("/policy", GetSupervisionPolicy.HandleAsync).WithName("GetSupervisionPolicy");
        group.MapPut("/policy", SetSupervisionPolicy.HandleAsync).WithName("SetSupervisionPolicy");
        routes.MapHub<SupervisionHub>("/hubs/supervision");
        return routes;
    }
}
