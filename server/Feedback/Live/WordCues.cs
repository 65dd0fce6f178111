using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Cues from what the trainee has just said, or left unsaid, and what it answered.</summary>
internal static class WordCues
{
    private const int FewestWordsForMiss = 3;

    public static IEnumerable<CueCandidate> Of(LiveCall call, CallLine line) => Missed(call, line) is { } missed ? Said(call, line).Append(missed) : Said(call, line);

    /// <summary>What stands, however the utterance goes on.</summary>
    public static IEnumerable<CueCandidate> Said(LiveCall call, CallLine line)
    {
        var reading = line.Reading;
        var who = call.Patient;
        foreach (var cue in Feelings(call, line))
        {
            yield return cue;
        }
        if (reading.First(MarkKind.Profane) is { } profane)
        {
            yield return Cue(CueKind.Warning, ScoringCategory.Professionalism, "profane", 95, profane, "Keep it clean. Take a breath.");
        }
        if (reading.First(MarkKind.Impatient) is { } impatient)
        {
            yield return Cue(CueKind.Warning, ScoringCategory.Tone, "impatient", 85, impatient, "That sounded impatient. Soften it.", "Gently. That had an edge.");
        }
        else if (reading.First(MarkKind.Irritated) is { } irritated)
        {
            yield return Cue(CueKind.Suggestion, ScoringCategory.Tone, "irritated", 75, irritated, "That sounded cross. Breathe, then go on.", "Gently now.");
        }
        else if ((reading.First(MarkKind.Blaming) ?? reading.First(MarkKind.Dismissive)) is { } cold)
        {
            yield return Cue(CueKind.Suggestion, ScoringCategory.Tone, "cold", 65, cold, $"Tell {who.Them} what you can do.", "Say what is possible.");
        }
        if (reading.First(MarkKind.Casual) is { } casual)
        {
            yield return Cue(CueKind.Suggestion, ScoringCategory.Professionalism, "casual", 30, casual, "Keep it a little more formal.");
        }
        if (reading.ClosedQuestions + reading.OpenQuestions >= 3)
        {
            yield return Cue(CueKind.Suggestion, ScoringCategory.Timing, "manyQuestions", 50, line.Evidence().Quote, "Ask one thing at a time.", "One question, then wait.");
        }
        else if (reading.Irritation == 0 && !reading.Has(MarkKind.Greeting) && reading.First(MarkKind.OpenQuestion) is { } open)
        {
            yield return Cue(CueKind.Praise, ScoringCategory.ProblemSolving, "openQuestion", 25, open, "Good open question.", $"That lets {who.Them} tell it. Good.");
        }
        if (reading.Reflection != ReflectionKind.None)
        {
            yield return Cue(CueKind.Praise, ScoringCategory.Empathy, "reflection", 40, reading.First(MarkKind.Reflection)!, "You said back what you heard. Good.", "Good listening.");
        }
        if (reading.First(MarkKind.Checked) is { } check)
        {
            yield return Cue(CueKind.Praise, ScoringCategory.ProblemSolving, "checked", 35, check, "You made sure. Good.", "Good check.");
        }
        if (line.Utterance <= 4 && (reading.First(MarkKind.SelfIntroduction) ?? OwnName(call, line)) is { } name)
        {
            yield return Cue(CueKind.Praise, ScoringCategory.Professionalism, "introduced", 30, name, $"{who.CapitalThey} {(who.Plural ? "know" : "knows")} who you are. Good.");
        }

        CueCandidate Cue(CueKind kind, ScoringCategory category, string code, int usefulness, string reason, params string[] texts) =>
            new(kind, category, code, usefulness, reason, line.Utterance, call.NowMs, texts);
    }

    /// <summary>What the utterance did not answer, if it ends here.</summary>
    public static CueCandidate? Missed(LiveCall call, CallLine line)
    {
        var who = call.Patient;
        return FeelingToAnswer(call, line) is { } feeling && line.Reading.Empathy == 0 && line.Words.WordCount >= FewestWordsForMiss && !Feelings(call, line).Any()
            ? new CueCandidate(CueKind.Suggestion, ScoringCategory.Empathy, "missedFeeling", 70, call.LastPatient!.Evidence(feeling.Quote).Quote, line.Utterance, call.NowMs,
                $"{who.CapitalTheyAre} {FeelingWords.Adjective(feeling.Kind)}. Answer that first.", $"Name {who.Their} {FeelingWords.Noun(feeling.Kind)} before you go on.")
            : null;
    }

    private static Feeling? FeelingToAnswer(LiveCall call, CallLine line) =>
        call.Replied || call.SupervisorSpoke || line.IsList ? null : call.LastPatient?.Feeling;

    private static IEnumerable<CueCandidate> Feelings(LiveCall call, CallLine line)
    {
        var (reading, who) = (line.Reading, call.Patient);
        if (FeelingToAnswer(call, line) is not { } feeling)
        {
            yield break;
        }
        var noun = FeelingWords.Noun(feeling.Kind);
        var care = Found(reading, MarkKind.Cared);
        var apology = reading.EmotionalReaction == 2 ? reading.First(MarkKind.Apology) : null;
        if ((reading.First(MarkKind.NamedFeeling) ?? reading.First(MarkKind.AskedFeeling) ?? Found(reading, MarkKind.Interpreted)) is { } named)
        {
            var verb = reading.Has(MarkKind.NamedFeeling) ? "named" : reading.Has(MarkKind.AskedFeeling) ? "asked about" : "saw";
            yield return new CueCandidate(CueKind.Praise, ScoringCategory.Empathy, "namedFeeling", 75, named, line.Utterance, call.NowMs,
                $"You {verb} {who.Their} {noun}. Good.", $"{who.CapitalThey} {who.Verb("feel")} heard. Good.");
        }
        else if (apology is not null)
        {
            yield return new CueCandidate(CueKind.Praise, ScoringCategory.Empathy, "apology", 60, apology, line.Utterance, call.NowMs,
                "A clear apology. Good.", "Good, you said sorry for it.");
        }
        else if (care is not null)
        {
            yield return new CueCandidate(CueKind.Praise, ScoringCategory.Empathy, "cared", 55, care, line.Utterance, call.NowMs,
                "That was kind. Good.", $"{who.CapitalThey} {who.Verb("hear")} that you care.");
        }
    }

    /// <summary>A recogniser may lose the words around the name, and with them all that shows an introduction.</summary>
    private static string? OwnName(LiveCall call, CallLine line) =>
        call.TraineeFirstName is { } name && FirstName.IsGivenIn(line.Words.Normalised, name) ? line.Evidence().Quote : null;

    /// <summary>Strong enough to be praised.</summary>
    private static string? Found(UtteranceReading reading, MarkKind kind) => reading.Marks.FirstOrDefault(m => m.Kind == kind && m.Level == 2)?.Quote;
}
