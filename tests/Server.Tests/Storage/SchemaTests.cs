using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Storage;

public sealed class SchemaTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrations_MakeTheSchemaOfTheModel(string store)
    {
        using var migrated = TestStore.Create(store);
        using var modelled = TestStore.Create(store);
        await migrated.MigrateAsync();
        await using var fromMigrations = migrated.Databases.Create(Guid.Empty);
        await using var fromModel = modelled.Databases.Create(Guid.Empty);
        await fromModel.Database.EnsureCreatedAsync();

        var expected = await SchemaText.ReadAsync(fromModel);

        Assert.Contains(expected, line => line.Contains("CallEvents", StringComparison.Ordinal));
        Assert.Equal(expected, await SchemaText.ReadAsync(fromMigrations));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrating_Again_ChangesNothing(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var trainee = await data.AddTraineeAsync();

        await data.MigrateAsync();

        await using var db = data.Databases.Create(trainee.TenantId);
        Assert.Equal(trainee.Id, (await db.Users.SingleAsync()).Id);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory, OnPostgreSql]
    public async Task ServersStartingAtOnce_OnOneDatabase_MigrateItOnce(string store)
    {
        using var first = TestStore.Create(store);
        using var second = TestStore.At(first.ConnectionString!);
        using var third = TestStore.At(first.ConnectionString!);

        await Task.WhenAll(first.MigrateAsync(), second.MigrateAsync(), third.MigrateAsync());

        await using var db = third.Databases.Create(Guid.Empty);
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal(4, await db.Roles.CountAsync());
    }
}
