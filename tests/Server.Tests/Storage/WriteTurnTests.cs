using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Storage;

public sealed class WriteTurnTests
{
    [Fact]
    public async Task Writer_WaitsForItsTurn_WithoutHoldingTheThread()
    {
        using var data = TestStore.Create();
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        using var turn = new WriteTurn(new Store(takesOneWriter: true));
        var databases = new TrainingDbFactory(data.Options, turn);
        var before = await turn.TakeAsync(CancellationToken.None);

        // It comes back here at once: nothing waits in this thread.
        var saving = SaveAsync(databases, maya);
        Assert.False(saving.IsCompleted);
        await using var reading = databases.Create(maya.TenantId);
        Assert.Equal(0, await reading.Calls.CountAsync());

        before!.Dispose();
        await saving;
        Assert.Equal(1, await reading.Calls.CountAsync());
    }

    [Fact]
    public async Task WhoeverHasATransaction_DoesNotWaitForTheTurn()
    {
        using var data = TestStore.Create();
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        using var turn = new WriteTurn(new Store(takesOneWriter: true));
        using var held = await turn.TakeAsync(CancellationToken.None);
        await using var db = new TrainingDbFactory(data.Options, turn).Create(maya.TenantId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(SampleRows.Call(maya));

        Assert.Equal(1, await db.SaveChangesAsync());
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task TurnOfOneWhoFailed_IsGivenBack()
    {
        using var data = TestStore.Create();
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        using var turn = new WriteTurn(new Store(takesOneWriter: true));
        var databases = new TrainingDbFactory(data.Options, turn);
        await using (var db = databases.Create(maya.TenantId))
        {
            // Of a call that there is not.
            db.Add(SampleRows.Event(SampleRows.Call(maya), 1));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await SaveAsync(databases, maya);
    }

    [Fact]
    public async Task StoreThatTakesManyWriters_LetsThemAllWrite()
    {
        using var turn = new WriteTurn(new Store(takesOneWriter: false));

        Assert.Null(await turn.TakeAsync(CancellationToken.None));
        Assert.Null(await turn.TakeAsync(CancellationToken.None));
    }

    private static async Task SaveAsync(TrainingDbFactory databases, User maya)
    {
        await using var db = databases.Create(maya.TenantId);
        db.Add(SampleRows.Call(maya));
        await db.SaveChangesAsync();
    }

    private sealed class Store(bool takesOneWriter) : IStoreEngine
    {
        public EngineRole Role => EngineRole.Store;

        public string Name => "test";

        public int Preference => 0;

        public bool TakesOneWriter => takesOneWriter;

        public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("A test's.");

        public void Configure(DbContextOptionsBuilder options, string? connectionString, DataFolder folder) =>
            throw new NotSupportedException("The test has a store of its own.");
    }
}
