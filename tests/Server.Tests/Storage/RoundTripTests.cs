using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Storage;

public sealed class RoundTripTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Text_OfAnyScript_ComesBackAsItWasWritten(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        // Emoji with joiner, right to left, combining marks, markup, quotes, every control character but NUL, a noncharacter.
        var text = "👩🏽‍⚕️ שלום e\u0301 <b>\"x\"</b> '; DROP TABLE \\u0000 \r\n" + string.Concat(Enumerable.Range(1, 31).Select(c => (char)c)) + "\u007f\uffff";
        var call = SampleRows.Call(maya);

        await using (var writing = data.Databases.Create(maya.TenantId))
        {
            writing.Add(call);
            writing.Add(SampleRows.Event(call, 1, text));
            await writing.SaveChangesAsync();
        }

        await using var reading = data.Databases.Create(maya.TenantId);
        Assert.Equal(text, (await reading.CallEvents.SingleAsync()).Json);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task LongLog_ComesBackWhole(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        var json = new string('x', 1_000_000);
        var call = SampleRows.Call(maya);

        await using (var writing = data.Databases.Create(maya.TenantId))
        {
            writing.Add(call);
            writing.Add(SampleRows.Event(call, long.MaxValue, json));
            await writing.SaveChangesAsync();
        }

        await using var reading = data.Databases.Create(maya.TenantId);
        var row = await reading.CallEvents.SingleAsync();
        Assert.Equal((long.MaxValue, json.Length), (row.Seq, row.Json.Length));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Times_AreOrderedAndCompared_ByTheDatabase_WhateverTheirOffset(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        // By their text the first would come last.
        DateTimeOffset[] times = [new(2026, 11, 23, 23, 0, 0, 0, TimeSpan.FromHours(14)), SampleRows.Monday.AddMilliseconds(1), SampleRows.Monday.AddHours(1)];
        await using (var writing = data.Databases.Create(maya.TenantId))
        {
            foreach (var time in times.Reverse())
            {
                writing.Add(CallAt(maya.Id, time));
            }
            await writing.SaveChangesAsync();
        }

        await using var reading = data.Databases.Create(maya.TenantId);
        var ordered = await reading.Calls.OrderBy(row => row.StartedAt).Select(row => row.StartedAt).ToListAsync();
        var from = SampleRows.Monday;
        var since = await reading.Calls.CountAsync(row => row.StartedAt > from);

        Assert.Equal(times, ordered);
        Assert.Equal(2, since);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Enums_AreKeptByName_AlsoWhereTheyMayBeMissing(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        var call = SampleRows.Call(maya);
        call.Status = CallStatus.Interrupted;
        call.EndReason = EndReason.PatientHungUp;
        await using var db = data.Databases.Create(maya.TenantId);
        db.Add(call);
        await db.SaveChangesAsync();

        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT "Status" || ' ' || "EndReason" || ' ' || "ScenarioType" || ' ' || coalesce("Outcome", 'none') FROM "Calls" """;

        Assert.Equal("Interrupted PatientHungUp BillingInquiry none", await command.ExecuteScalarAsync());
        Assert.Equal(1, await db.Calls.CountAsync(row => row.Status == CallStatus.Interrupted && row.EndReason == EndReason.PatientHungUp && row.Outcome == null));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Call_TakesItsLogDebriefAndScoresAlong(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        await using (var writing = data.Databases.Create(maya.TenantId))
        {
            writing.AddRange(SampleRows.OneOfEach(maya));
            await writing.SaveChangesAsync();
        }

        await using var db = data.Databases.Create(maya.TenantId);
        db.Remove(await db.Calls.SingleAsync());
        await db.SaveChangesAsync();

        Assert.Equal((0, 0, 0), (await db.CallEvents.CountAsync(), await db.Debriefs.CountAsync(), await db.CategoryScores.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task EventOfNoCall_AndASecondWithTheSameNumber_AreRefused(string store)
    {
        using var data = TestStore.Create(store);
        await data.MigrateAsync();
        var maya = await data.AddTraineeAsync();
        var call = SampleRows.Call(maya);
        await SaveAsync(data, maya.TenantId, call, SampleRows.Event(call, 1));

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(data, maya.TenantId, SampleRows.Event(call, 1)));
        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(data, maya.TenantId, SampleRows.Event(SampleRows.Call(maya), 1)));
    }

    private static async Task SaveAsync(TestStore data, Guid tenant, params ITenantOwned[] rows)
    {
        await using var db = data.Databases.Create(tenant);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static CallRow CallAt(Guid traineeId, DateTimeOffset time) => new()
    {
        Id = Guid.CreateVersion7(), TraineeId = traineeId, ScenarioId = "s", ScenarioJson = "{}", ScenarioTitle = "S",
        ScenarioType = ScenarioType.Scheduling, PatientName = "P", Difficulty = Difficulty.Beginner, Seed = 1, StartedAt = time,
    };
}
