using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>Reads what was stored of a call.</summary>
public static class CallEvents
{
    public static async Task<IReadOnlyList<CallEvent>> LoadAsync(TrainingDb db, CallId id, CancellationToken cancellationToken, long after = 0)
    {
        var rows = await db.CallEvents.AsNoTracking()
            .Where(row => row.CallId == id.Value && row.Seq > after)
            .OrderBy(row => row.Seq)
            .Select(row => row.Json)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(json => JsonSerializer.Deserialize<CallEvent>(json, Json.Options)!)];
    }

    /// <summary>A trainee learns only afterwards what a supervisor did out of sight.</summary>
    public static IReadOnlyList<CallEvent> SeenBy(this CallRow call, Guid userId, IReadOnlyList<CallEvent> events) =>
        call.TraineeId != userId || call.Status == CallStatus.Ended ? events : [.. events.Select(callEvent => callEvent.ForTrainee())];

    /// <summary>The scenario as it was when the call was placed.</summary>
    public static Scenario ScenarioOf(CallRow row) => JsonSerializer.Deserialize<Scenario>(row.ScenarioJson, Json.Options)
        ?? throw new InvalidDataException($"Call {row.Id} has no scenario stored with it.");
}
