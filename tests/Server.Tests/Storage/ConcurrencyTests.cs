using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Storage;

public sealed class ConcurrencyTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task HundredCalls_AppendAtOnce_WhileOthersRead_AndNothingIsLost(string store)
    {
        const int calls = 100, appends = 5;
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        var rows = Enumerable.Range(0, calls).Select(_ => SampleRows.Call(maya)).ToList();
        await using (var writing = data.Databases.Create(maya.TenantId))
        {
            writing.AddRange(rows);
            await writing.SaveChangesAsync();
        }

        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = calls }, async (call, cancellationToken) =>
        {
            for (var seq = 1; seq <= appends; seq++)
            {
                await using var db = data.Databases.Create(maya.TenantId);
                db.Add(SampleRows.Event(call, seq));
                await db.SaveChangesAsync(cancellationToken);
                Assert.Equal(seq, await db.CallEvents.CountAsync(row => row.CallId == call.Id, cancellationToken));
            }
        });

        await using var reading = data.Databases.Create(maya.TenantId);
        Assert.Equal(calls * appends, await reading.CallEvents.CountAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Reader_IsNotHeldUpByAnOpenWrite(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        await using var writing = data.Databases.Create(maya.TenantId);
        await using var transaction = await writing.Database.BeginTransactionAsync();
        writing.Add(SampleRows.Call(maya));
        await writing.SaveChangesAsync();

        await using var reading = data.Databases.Create(maya.TenantId);
        reading.Database.SetCommandTimeout(20);

        Assert.Equal(0, await reading.Calls.CountAsync());
        await transaction.CommitAsync();
        Assert.Equal(1, await reading.Calls.CountAsync());
    }
}
