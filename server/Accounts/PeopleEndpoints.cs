namespace RealtimeTraining.Server.Accounts;

/// <summary>Whom the administrator's organisation consists of.</summary>
/// <param name="Invited">Has an invitation and has not yet chosen a password.</param>
public sealed record Person(Guid Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, bool Invited);

public static class PeopleEndpoints
{
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/people").WithTags("People").RequireRole(Role.Administrator);
        group.MapGet("/", (ListPeopleHandler handler, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken))
            .WithName("ListPeople");
        group.MapPost("/", (InvitePerson request, InvitePersonHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(request, cancellationToken)).WithName("InvitePerson");
        // For somebody whose invitation ran out, or who forgot the password.
        group.MapPost("/{id:guid}/invitation", (Guid id, InvitePersonHandler handler, CancellationToken cancellationToken) =>
            handler.AgainAsync(id, cancellationToken)).WithName("InvitePersonAgain");
        return routes;
    }
}
