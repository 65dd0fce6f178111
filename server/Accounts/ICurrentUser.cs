namespace RealtimeTraining.Server.Accounts;

/// <summary>Who asks, taken from the sign-in cookie's claims; for requests and hub calls alike.</summary>
public interface ICurrentUser
{
    Guid UserId { get; }

    Guid TenantId { get; }

    string DisplayName { get; }

    bool IsIn(Role role);
}
