namespace RealtimeTraining.Server.Accounts;

public static class RoleRequirement
{
    /// <summary>Lets through who is signed in and has one of the roles; others get 401 or 403.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, params Role[] anyOf)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(policy => policy.RequireRole(anyOf.Select(role => role.ToString())));
}
