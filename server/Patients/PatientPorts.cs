using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients;

/// <summary>
/// The patient of one call: a deterministic state machine. The same scenario, level, seed and sequence of calls below
/// gives the same decisions, so a call can be replayed from its log. Not thread-safe.
/// </summary>
public interface IPatientMind
{
    MoodLabel Mood { get; }

    /// <summary>The topic the patient last asked the trainee about, or null.</summary>
    string? AskedFor { get; }

    /// <summary>Picks up the telephone.</summary>
    PatientDecision Open();

    /// <summary>The trainee's turn is over. The turn may be made of several acts.</summary>
    PatientDecision Hear(HeardTurn turn);

    /// <summary>As <see cref="Hear"/>, for a turn that may not be over: it can be taken back until the mind is told the next thing.</summary>
    TentativeDecision Try(HeardTurn turn);

    /// <summary>Nobody has spoken for so long. Null: waits on.</summary>
    PatientDecision? Silence(int silenceMs);

    /// <summary>The trainee has spoken for so long without a stop. Null: lets them go on.</summary>
    PatientDecision? Monologue(int spokenMs);

    /// <summary>The trainee put the patient on hold, or came back after so long.</summary>
    void HoldChanged(bool onHold, int heldMs);

    /// <summary>The last decision's line was cut off after this much of it was heard; after <see cref="GoOn"/>, of its rest.</summary>
    void CutOff(string heardText);

    /// <summary>What cut it off was no interruption: the rest of the line is said after all.</summary>
    void GoOn();
}

/// <param name="TakeBack">The mind is as it was before: nothing was heard.</param>
public sealed record TentativeDecision(PatientDecision Decision, Action TakeBack);

/// <param name="Confidence">Of the recogniser, 0-1; 1 when typed.</param>
/// <param name="InterruptedPatient">The trainee began while the patient spoke.</param>
public sealed record HeardTurn(int Utterance, string Text, double Confidence, bool InterruptedPatient)
{
    /// <summary>
    /// The last turn that was heard, where this goes on with it: the patient took a pause in it for its end and broke in. Both are
    /// heard as one then, as if nothing had been decided in between. Null: it begins here.
    /// </summary>
    public string? Before { get; init; }

    /// <param name="before">See <see cref="Before"/>.</param>
    public static HeardTurn Of(UtteranceSpoken said, string? before) =>
        new(said.Utterance, said.Text, said.Confidence, said.InterruptedOther) { Before = before };
}

/// <summary>One decision: what the patient does, with the authored line that does it.</summary>
public sealed record PatientDecision
{
    public required PatientAct Act { get; init; }

    /// <summary>"fact:dateOfBirth", "objection:cost", "generic:notUnderstood".</summary>
    public required string Key { get; init; }

    /// <summary>The authored words, in spoken English, first clause short. Empty: the patient stays silent.</summary>
    public required string Line { get; init; }

    /// <summary>Why, for coaches.</summary>
    public required string Why { get; init; }

    public required MoodLabel Mood { get; init; }

    /// <summary>How it is to be spoken: 1 is the patient's own.</summary>
    public double Rate { get; init; } = 1;

    public double Pitch { get; init; } = 1;

    /// <summary>
    /// What happened in the mind, in order and ready for the log: understood, mood changed, facts revealed, goals met,
    /// objections dissolved, blockers raised. Without sequence number and time; the call adds them.
    /// </summary>
    public IReadOnlyList<CallEvent> Events { get; init; } = [];

    /// <summary>Facts that the words may give away, for the guard over a language model.</summary>
    public IReadOnlyList<string> MayReveal { get; init; } = [];

    /// <summary>The call is over once the line has been spoken.</summary>
    public bool EndsCall { get; init; }
}

public interface IPatientMindFactory
{
    IPatientMind Create(Scenario scenario, Difficulty difficulty, int seed, IReadOnlyList<ActExamples> addedPhrasings);
}

/// <summary>Finds what a trainee did with an utterance. Thread-safe and stateless.</summary>
public interface IUtteranceUnderstanding
{
    /// <param name="text">As recognised: lower case, no punctuation, with errors; or typed.</param>
    Understanding Understand(string text, UnderstandingContext context);
}

/// <param name="PatientAskedFor">The topic that the patient last asked about; a bare answer is about it.</param>
public sealed record UnderstandingContext(Scenario Scenario, string? PatientAskedFor, IReadOnlyList<ActExamples> AddedPhrasings);

/// <param name="Confidence">0-1 over the whole utterance. Below about 0.4 the patient says that it did not understand.</param>
public sealed record Understanding(IReadOnlyList<UnderstoodAct> Acts, double Confidence);

/// <summary>Puts a decision into words, clause by clause, so that the first can be spoken while the rest is written.</summary>
public interface IReplyWriter
{
    IAsyncEnumerable<string> WriteAsync(ReplyRequest request, CancellationToken cancellationToken);
}

/// <param name="RecentEvents">The last turns, for a language model.</param>
public sealed record ReplyRequest(PatientDecision Decision, Scenario Scenario, IReadOnlyList<CallEvent> RecentEvents);
