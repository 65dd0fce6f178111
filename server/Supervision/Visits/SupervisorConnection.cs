using System.Security.Claims;

namespace RealtimeTraining.Server.Supervision;

/// <summary>One supervisor's browser.</summary>
/// <param name="Abort">Closes the connection.</param>
public sealed record SupervisorConnection(string Id, ClaimsPrincipal Principal, Supervisor Who, ISupervisionClient Client, Action Abort);
