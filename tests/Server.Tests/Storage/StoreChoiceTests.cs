using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Storage;

public sealed class StoreChoiceTests
{
    private const string ConnectionString = "Host=db;Database=training";

    [Fact]
    public void ConnectionString_ChoosesPostgreSql_AndNoneSqlite()
    {
        IStoreEngine[] both = [new Store("postgresql"), new Store("sqlite")];

        Assert.Equal("postgresql", StoreEngines.Choose(ConnectionString, both).Name);
        Assert.Equal("sqlite", StoreEngines.Choose(null, both).Name);
        Assert.Equal("sqlite", StoreEngines.Choose(" ", both).Name);
    }

    [Fact]
    public void PostgreSql_WhereTheBuildLacksIt_IsRefused_WithTheCure()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => StoreEngines.Choose(ConnectionString, [new Store("sqlite")]));

        Assert.Contains("-p:LimitedStore=postgres", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoConnectionString_WhereTheBuildLacksSqlite_IsRefused_WithTheCure()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => StoreEngines.Choose(null, [new Store("postgresql")]));

        Assert.Contains("ConnectionStrings:Training", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThisBuild_HasAStore_ThatIsAnEngine()
    {
        Assert.NotEmpty(StoreEngines.InThisBuild);
        Assert.All(StoreEngines.InThisBuild, engine => Assert.Equal(EngineRole.Store, engine.Role));
    }

    [Theory, OnPostgreSql]
    public async Task PostgreSqlThatDoesNotAnswer_StopsTheStart_WithTheCure(string store)
    {
        Assert.Equal("postgresql", store);
        using var nowhere = TestStore.At("Host=/nowhere;Username=training;Database=training;Timeout=2");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(nowhere.MigrateAsync);

        Assert.Contains("ConnectionStrings:Training", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DataFolder_ThatCannotBeWritten_IsRefused_WithTheCure()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        var refusal = Assert.Throws<InvalidOperationException>(() => new DataFolder(Path.Combine(file, "data")));

        Assert.Contains("Data:Folder", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Sqlite_KeepsAWriteAheadLog_AndHoldsForeignKeys(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        await using var db = data.Databases.Create(Guid.Empty);

        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal(1L, await PragmaAsync(db, "foreign_keys"));
        Assert.Equal(5000L, await PragmaAsync(db, "busy_timeout"));
        Assert.Equal(1L, await PragmaAsync(db, "synchronous"));
    }

    private static async Task<object?> PragmaAsync(TrainingDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return await command.ExecuteScalarAsync();
    }

    private sealed class Store(string name) : IStoreEngine
    {
        public EngineRole Role => EngineRole.Store;

        public string Name => name;

        public int Preference => 1;

        public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("");

        public void Configure(DbContextOptionsBuilder options, string? connectionString, DataFolder folder)
        {
        }
    }
}
