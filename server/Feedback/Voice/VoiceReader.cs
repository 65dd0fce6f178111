namespace RealtimeTraining.Server.Feedback;

/// <summary>Holds each utterance against the speaker's own baseline. Nothing here depends on how high, how accented or how loud a voice is.</summary>
internal static class VoiceReader
{
    /// <summary>That much above the person's own level is a raised voice: about twice as loud (10 dB double loudness, Stevens 1955).</summary>
    public const double RaisedDb = 8;

    /// <summary>That much below it a voice has faded.</summary>
    public const double FadedDb = -8;

    /// <summary>Less than this part of one's own movement of pitch is flat for oneself.</summary>
    public const double FlatMovement = 0.5;

    /// <summary>A quarter faster than one's own pace is heard as hurry.</summary>
    public const double HurriedPace = 1.3;

    /// <summary>The utterances after the baseline's; none before there is a baseline.</summary>
    public static IReadOnlyList<VoicePoint> Read(IReadOnlyList<CallLine> trainee)
    {
        if (VoiceBaseline.Of(trainee) is not { } usual)
        {
            return [];
        }
        return [.. trainee.Where(VoiceBaseline.IsHeard).Skip(VoiceBaseline.Utterances).Select(line => Against(usual, line))];
    }

    /// <summary>One utterance against the usual.</summary>
    public static VoicePoint Against(VoiceBaseline usual, CallLine line)
    {
        var voice = line.Spoken.Voice!;
        var pace = CallMeasures.WordsPerMinute(line);
        return new VoicePoint(
            line.Utterance,
            line.StartMs,
            Math.Round(voice.LevelDbfs - usual.LevelDbfs, 1),
            voice.PitchHz is { } hz && usual.PitchHz is { } usualHz ? Math.Round(12 * Math.Log2(hz / usualHz), 1) : null,
            voice is { VoicedMs: >= VoiceBaseline.FewestVoicedMs, PitchRangeSemitones: { } range } && usual.PitchRangeSemitones is > 0.5 and { } usualRange
                ? Math.Round(range / usualRange, 2) : null,
            pace is { } words ? (int)Math.Round(words) : null,
            pace / usual.WordsPerMinute is { } part ? Math.Round(part, 2) : null);
    }
}
