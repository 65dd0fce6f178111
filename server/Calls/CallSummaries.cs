using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Server.Calls;

/// <summary>Makes list entries of stored calls. Singleton.</summary>
public sealed class CallSummaries(RecordingFolder recordings, CallSessions sessions)
{
    public CallSummary Of(CallRow row, string traineeName, Guid askedBy)
    {
        var id = new CallId(row.Id);
        var live = sessions.IsLive(id);
        return new CallSummary(
            id, row.ScenarioId, row.ScenarioTitle, row.ScenarioType, row.Difficulty, row.PatientName, traineeName,
            row.Status, row.StartedAt, row.DurationMs, row.EndReason, row.Overall, row.Overall is { } score ? Letters.Of(score) : null, row.Outcome,
            CanContinue: row.Status != CallStatus.Ended && row.TraineeId == askedBy && (live || row.Status == CallStatus.Interrupted),
            HasRecording: row.RecordingFile is { } file && File.Exists(recordings.PathOf(file)));
    }
}
