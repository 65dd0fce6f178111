using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What a recorded call says: its lines, its moments, its debrief.</summary>
/// <param name="Lines">In order, without those in which no words were recognised.</param>
/// <param name="Debrief">Null where nobody knows who speaks.</param>
public sealed record CallReading(IReadOnlyList<ReviewLine> Lines, IReadOnlyList<ReviewMark> Marks, Debrief? Debrief);

/// <summary>
/// Reads a call anew each time, so that what is read follows at once when something about it is changed. Identifiers are
/// masked before anything else reads the words. Scoped.
/// </summary>
public sealed class ReviewReader(TrainingDb db, RecordingVault vault, MomentFinder moments, ReviewDebrief debriefs)
{
    /// <param name="call">That is ready.</param>
    /// <param name="reveal">Nothing masked; whoever asks for it writes that down first.</param>
    public async Task<CallReading> ReadAsync(RecordedCallRow call, bool reveal, CancellationToken cancellationToken)
    {
        var spoken = await CorrectedLines.LoadAsync(db, vault, call, cancellationToken);
        var lines = reveal ? spoken : MaskedLines.Of(spoken);
        var silences = MomentFinder.Silences(lines);
        var debrief = lines.Count > 0 && lines.All(line => line.Speaker != Speaker.Unknown) ? debriefs.Write(call.Id, call.DurationMs ?? 0, lines, silences, call.TwoSided) : null;
        return new CallReading(lines, moments.Find(lines, silences, debrief), debrief);
    }
}
