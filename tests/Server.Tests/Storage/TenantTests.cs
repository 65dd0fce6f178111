using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Storage;

public sealed class TenantTests
{
    /// <summary>Has no tenant of its own: read through the person, or the same for everybody.</summary>
    private static readonly HashSet<Type> WithoutTenant =
    [
        typeof(Tenant), typeof(IdentityRole<Guid>), typeof(IdentityUserRole<Guid>), typeof(IdentityUserClaim<Guid>),
        typeof(IdentityRoleClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>),
    ];

    [Theory, OnSqlite, OnPostgreSql]
    public void EveryEntity_IsTenantOwnedAndFiltered_UnlessListed(string store)
    {
        using var data = TestStore.Create(store);
        using var db = data.Databases.Create(Guid.Empty);
        using var other = data.Databases.Create(Guid.NewGuid());

        foreach (var type in db.Model.GetEntityTypes().Where(type => !WithoutTenant.Contains(type.ClrType)))
        {
            Assert.True(type.ClrType.IsAssignableTo(typeof(ITenantOwned)), $"{type.ClrType.Name} has no tenant.");
            var query = Query(type.ClrType, db).ToQueryString();
            Assert.Contains("WHERE", query, StringComparison.Ordinal);
            Assert.Contains("\"TenantId\" = @", query, StringComparison.Ordinal);
            Assert.NotEqual(query, Query(type.ClrType, other).ToQueryString());
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task RowsOfOneTenant_DoNotExistForAnother_InAnyTable(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync("Maya");
        var jo = await data.AddTraineeAsync("Jo");
        await using (var writing = data.Databases.Create(maya.TenantId))
        {
            writing.AddRange(SampleRows.OneOfEach(maya));
            await writing.SaveChangesAsync();
        }

        await using var mayas = data.Databases.Create(maya.TenantId);
        await using var jos = data.Databases.Create(jo.TenantId);
        await using var nobodys = data.Databases.Create(Guid.Empty);

        foreach (var type in mayas.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(ITenantOwned))))
        {
            Assert.True(await CountAsync(type, mayas) == 1, $"Add one {type.Name} to SampleRows.OneOfEach.");
            Assert.Equal(type == typeof(User) ? 1 : 0, await CountAsync(type, jos));
            Assert.Equal(0, await CountAsync(type, nobodys));
        }
        Assert.Equal("Jo's practice", (await jos.Tenants.SingleAsync()).Name);
        Assert.Equal(jo.Id, (await jos.Users.SingleAsync()).Id);
        Assert.Null(await jos.Users.FindAsync(maya.Id));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Saving_StampsTheTenant(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        await using var db = data.Databases.Create(maya.TenantId);
        var call = SampleRows.Call(maya);

        db.Add(call);
        await db.SaveChangesAsync();

        Assert.Equal(maya.TenantId, call.TenantId);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Saving_ARowOfAnotherTenant_IsRefused_AndWritesNothing(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync("Maya");
        var jo = await data.AddTraineeAsync("Jo");
        var call = SampleRows.Call(maya);
        await using (var writing = data.Databases.Create(maya.TenantId))
        {
            writing.Add(call);
            await writing.SaveChangesAsync();
        }

        await RefusesAsync(data, jo.TenantId, db => db.Add(new DebriefRow { CallId = call.Id, TenantId = maya.TenantId, Json = "{}" }));
        await RefusesAsync(data, jo.TenantId, db => db.Remove(call));
        await RefusesAsync(data, jo.TenantId, db => db.Update(call).Entity.DurationMs = 1);
        await RefusesAsync(data, jo.TenantId, db => db.Attach(call).Entity.TenantId = jo.TenantId);
        call.TenantId = maya.TenantId;
        await RefusesAsync(data, Guid.Empty, db => db.Add(SampleRows.Call(maya)));

        await using var reading = data.Databases.Create(maya.TenantId);
        Assert.Equal(0, (await reading.Calls.SingleAsync()).DurationMs);
    }

    private static async Task RefusesAsync(TestStore data, Guid tenant, Action<TrainingDb> change)
    {
        await using var db = data.Databases.Create(tenant);
        change(db);
        await Assert.ThrowsAsync<OtherTenantException>(() => db.SaveChangesAsync());
        Assert.Throws<OtherTenantException>(() => db.SaveChanges());
    }

    private static Task<int> CountAsync(Type type, TrainingDb db) =>
        (Task<int>)typeof(TenantTests).GetMethod(nameof(CountOfAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, [db])!;

    private static Task<int> CountOfAsync<T>(TrainingDb db)
        where T : class => db.Set<T>().CountAsync();

    private static IQueryable<object> Query(Type type, TrainingDb db) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, [])!;
}
