using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

/// <summary>People to try the product with, in Development only. They have no password: one click signs them in.</summary>
public static class DemoAccounts
{
    public static readonly Guid Riverside = new("0d3e0000-0000-4000-8000-000000000001");

    public static readonly Guid Hillcrest = new("0d3e0000-0000-4000-8000-000000000002");

    internal sealed record Person(Guid Id, Guid TenantId, DemoAccount Account, bool Listed = true);

    internal static readonly IReadOnlyList<Person> People =
    [
        new(new("0d3e0000-0000-4000-8000-000000000101"), Riverside, new("maya@riverside.example", "Maya Lindqvist", Role.Trainee)),
        new(new("0d3e0000-0000-4000-8000-000000000102"), Riverside, new("tom@riverside.example", "Tom Adeyemi", Role.Trainee)),
        new(new("0d3e0000-0000-4000-8000-000000000103"), Riverside, new("ruth@riverside.example", "Ruth Castellano", Role.Supervisor)),
        new(new("0d3e0000-0000-4000-8000-000000000104"), Riverside, new("priya@riverside.example", "Priya Nair", Role.Coach)),
        new(new("0d3e0000-0000-4000-8000-000000000105"), Riverside, new("sam@riverside.example", "Sam Okafor", Role.Administrator)),
        // Of another organisation, to show that nothing of the first is seen from there.
        new(new("0d3e0000-0000-4000-8000-000000000201"), Hillcrest, new("jo@hillcrest.example", "Jo Marsh", Role.Trainee), Listed: false),
    ];

    public static IReadOnlyList<DemoAccount> Listed { get; } = [.. People.Where(person => person.Listed).Select(person => person.Account)];

    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await EnsureTenantAsync(services, Riverside, "Riverside Family Practice", cancellationToken);
        await EnsureTenantAsync(services, Hillcrest, "Hillcrest Clinic", cancellationToken);
    }

    /// <summary>Whether the database was used in Development.</summary>
    public static Task<bool> AnyAsync(TrainingDb db, CancellationToken cancellationToken)
    {
        // A list: Contains on an array is a span in C# 14, which EF Core 6 cannot translate.
        var ids = People.Select(person => person.Id).ToList();
        return db.Users.IgnoreQueryFilters().AnyAsync(user => ids.Contains(user.Id), cancellationToken);
    }

    private static async Task EnsureTenantAsync(IServiceProvider services, Guid tenantId, string name, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id = tenantId;
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var newPeople = scope.ServiceProvider.GetRequiredService<NewPeople>();
        if (!await db.Tenants.AnyAsync(cancellationToken))
        {
            db.Tenants.Add(new Tenant { Id = tenantId, Name = name });
            await db.SaveChangesAsync(cancellationToken);
        }
        var there = await db.Users.Select(user => user.Id).ToListAsync(cancellationToken);
        foreach (var person in People.Where(person => person.TenantId == tenantId && !there.Contains(person.Id)))
        {
            var user = new User { Id = person.Id, UserName = person.Account.Email, Email = person.Account.Email, DisplayName = person.Account.DisplayName };
            var made = await newPeople.AddAsync(user, password: null, [person.Account.Role], cancellationToken);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"The demo account {person.Account.Email} could not be made: {NewPeople.Sentence(made)}");
            }
        }
    }
}
