namespace RealtimeTraining.Server.Accounts;

/// <summary>The rows of the role table, one for each <see cref="Role"/>. The ids never change: they stand in the first migration.</summary>
public static class Roles
{
    public static IReadOnlyList<(Guid Id, string Name, string NormalizedName)> All { get; } =
    [
        (new("6f0d3a1e-5d58-4b0e-9f43-0a4c3c1f1001"), nameof(Role.Trainee), "TRAINEE"),
        (new("6f0d3a1e-5d58-4b0e-9f43-0a4c3c1f1002"), nameof(Role.Supervisor), "SUPERVISOR"),
        (new("6f0d3a1e-5d58-4b0e-9f43-0a4c3c1f1003"), nameof(Role.Coach), "COACH"),
        (new("6f0d3a1e-5d58-4b0e-9f43-0a4c3c1f1004"), nameof(Role.Administrator), "ADMINISTRATOR"),
    ];

    public static IReadOnlyList<Role> From(IEnumerable<Guid> ids) =>
        [.. ids.Select(id => (Role)All.ToList().FindIndex(known => known.Id == id)).Where(Enum.IsDefined).Order()];

    public static Guid IdOf(Role role) => All[(int)role].Id;
}
