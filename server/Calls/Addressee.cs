using RealtimeTraining.Server.Patients;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Whom the patient talks to. When it answers another voice than the last time, its line begins with a word to that
/// person; the mind knows nothing of that word. Not thread-safe.
/// </summary>
public sealed class Addressee
{
    private const string ToSupervisor = "Oh, hello there.";
    private const string BackToTrainee = "All right, back to you.";
    private Party _to = Party.Trainee;

    /// <summary>Goes on where an interrupted call stood.</summary>
    public void Restore(IEnumerable<CallEvent> events) =>
        _to = events.OfType<UtteranceSpoken>().LastOrDefault(said => said.Party != Party.Patient)?.Party ?? Party.Trainee;

    /// <summary>The decision, said to whoever spoke; the same one when that is whom the patient talked to before.</summary>
    public PatientDecision Answer(PatientDecision decision, Party spoke)
    {
        if (spoke == _to || decision.Line.Length == 0)
        {
            return decision;
        }
        _to = spoke;
        return decision with { Line = $"{(spoke == Party.Supervisor ? ToSupervisor : BackToTrainee)} {decision.Line}" };
    }

    /// <summary>What was heard of the mind's own line.</summary>
    /// <param name="line">As it was decided to be said.</param>
    /// <param name="heard">Its beginning that was heard.</param>
    public static string OfTheMinds(string line, string heard)
    {
        var word = new[] { ToSupervisor, BackToTrainee }.FirstOrDefault(word => line.StartsWith(word, StringComparison.Ordinal)) ?? "";
        return heard.StartsWith(word, StringComparison.Ordinal) ? heard[word.Length..].TrimStart() : "";
    }
}
