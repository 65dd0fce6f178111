using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Cues from timing: pace, talking over one another, silence, holds, who does the talking.</summary>
internal static class RhythmCues
{
    private const int FastWordsPerMinute = 195;
    private const int FewestWordsForPace = 8;
    private const int MonologueMs = 25_000;
    private const int LongHoldMs = 30_000;
    private const int EnoughSpeechMs = 60_000;
    private const double TooMuchTalk = 0.75;

    public static IEnumerable<CueCandidate> Of(LiveCall call, CallEvent callEvent, CallLine? line)
    {
        var who = call.Patient;
        if (line is { Typed: false, IsBackchannel: false })
        {
            if (Interrupted(call, line) is { } interrupted)
            {
                yield return interrupted;
            }
            if (Fast(call, line) is { } fast)
            {
                yield return fast;
            }
            if (line.LengthMs > MonologueMs)
            {
                yield return Cue(CueKind.Suggestion, "monologue", 55, line.Evidence().Quote, line.Utterance, $"Pause and let {who.Them} in.", "Shorter pieces.");
            }
            if (call.SpokenMs > EnoughSpeechMs && call.TalkRatio > TooMuchTalk)
            {
                yield return Cue(CueKind.Suggestion, "talkRatio", 40, $"{call.TalkRatio * 100:0} % of the talking", line.Utterance, $"You do most of the talking. Ask {who.Them} something.");
            }
        }
        switch (callEvent)
        {
            case DeadAirNoticed silence:
                yield return Cue(CueKind.Suggestion, "silence", 60, $"{silence.SilenceMs / 1000} seconds of silence", LastUtterance(call), $"Say what you are doing, so {who.They} {(who.Plural ? "know" : "knows")} you are there.", "Say something, even \"one moment\".");
                break;
            case HoldChanged { OnHold: true }:
                yield return Announced(call)
                    ? Cue(CueKind.Praise, "holdAsked", 35, call.LastTrainee!.Evidence().Quote, LastUtterance(call), "You asked before the hold. Good.")
                    : Cue(CueKind.Suggestion, "holdUnannounced", 55, "Hold without a word before", LastUtterance(call), $"Ask before you put {who.Them} on hold.");
                break;
            default:
                if (call.NowMs - call.OnHoldSinceMs > LongHoldMs)
                {
                    yield return Cue(CueKind.Suggestion, "longHold", 65, $"On hold for {(call.NowMs - call.OnHoldSinceMs) / 1000} seconds", LastUtterance(call), $"Long hold: check back with {who.Them}.");
                }
                break;
        }

        CueCandidate Cue(CueKind kind, string code, int usefulness, string reason, int utterance, params string[] texts) =>
            new(kind, ScoringCategory.Timing, code, usefulness, reason, utterance, call.NowMs, texts);
    }

    /// <summary>Known as soon as the trainee has begun.</summary>
    public static CueCandidate? Interrupted(LiveCall call, CallLine line) => !line.Spoken.InterruptedOther ? null : new CueCandidate(
        CueKind.Suggestion, ScoringCategory.Timing, "interrupted", 68, line.Evidence().Quote, line.Utterance, call.NowMs,
        $"Let {call.Patient.Them} finish.", $"Wait until {call.Patient.TheyAre} done.");

    /// <summary>Of the utterance as far as it goes.</summary>
    public static CueCandidate? Fast(LiveCall call, CallLine line) =>
        CallMeasures.WordsPerMinute(line) is { } pace && Math.Round(pace) > FastWordsPerMinute && line.Words.WordCount >= FewestWordsForPace
            ? new CueCandidate(CueKind.Suggestion, ScoringCategory.Timing, "fast", 45, $"{pace:0} words a minute", line.Utterance, call.NowMs, "Slow down a little.", "A little slower.")
            : null;

    private static bool Announced(LiveCall call) =>
        call.LastTrainee is { } line && call.NowMs - line.EndMs < 15_000 && line.Reading.Has(MarkKind.HoldAsked);

    private static int LastUtterance(LiveCall call) => Math.Max(call.LastTrainee?.Utterance ?? 0, call.LastPatient?.Utterance ?? 0);
}
