using System.ComponentModel.DataAnnotations;
using System.Globalization;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// Waits by how finished the words sound: short after a question or a whole sentence, long after "and" or "um", longest
/// while digits are read or a name is spelled; and by whether the voice ended, or stayed level as of somebody who thinks. Thread-safe; takes a few microseconds.
/// </summary>
public sealed class TurnEndDetector : ITurnDetector
{
    /// <summary>From here on the log says that the words sound finished.</summary>
    private const float SoundsFinished = 0.8f;

    /// <summary>Below this a stop inside a sentence is improbable.</summary>
    private const float SentenceWholeBelow = 0.3f;

    /// <summary>
    /// What a last word such as "and" or "your" takes off the odds of an end. In conversations between people such turns mostly
    /// end because the other breaks in, which a patient on the phone does not.
    /// </summary>
    private const float WantsMoreOdds = 0.14f;

    /// <summary>
    /// How probable an end is at a silence in conversations with times, whatever the words; what the model of those says is
    /// news as far as it differs from it.
    /// </summary>
    private const float UsualOdds = 11.5f;

    /// <summary>How much of that news counts: both models look at the same words.</summary>
    private const float NewsCounts = 0.7f;

    /// <summary>
    /// How much of what the voice says counts: it and the words often say the same, and how often is not known, as no recording
    /// here has words and times.
    /// </summary>
    private const float VoiceCounts = 0.35f;

    /// <summary>A voice that says more than this, either way, is named in the log.</summary>
    private const float PlainOdds = 1.5f;

    private readonly TurnEndModel _conversations;
    private readonly SilenceModel _silences;
    private readonly TurnEndOptions _options;
    private readonly WaitCurve _curve;

    /// <exception cref="ValidationException">An option is out of its range, or a ceiling lies below what it is above.</exception>
    public TurnEndDetector(TurnEndOptions options, TurnEndModel conversations, SilenceModel silences)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(conversations);
        ArgumentNullException.ThrowIfNull(silences);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (_options, _conversations, _silences) = (options, conversations, silences);
        _curve = new WaitCurve(options.CutOffCostMs, options.FloorMs, options.CeilingMs);
    }

    public TurnWait WaitFor(TurnContext context) => string.IsNullOrWhiteSpace(context.WordsSoFar) ? WaitFor(context, 0, default)
        : WaitFor(context, ProbabilityOver(context), _silences.After(new TurnSoFar(context.WordsSoFar, context.SpokenMs) { OtherSaid = context.PatientSaid ?? "" }));

    /// <summary>The same with what other models say.</summary>
    /// <param name="over">How probable an end is in conversations with times, 0 to 1.</param>
    /// <param name="kinds">What the silence is by the words alone.</param>
    public TurnWait WaitFor(TurnContext context, float over, SilenceKinds kinds)
    {
        if (string.IsNullOrWhiteSpace(context.WordsSoFar))
        {
            return new TurnWait(_options.NoWordsMs, "no words were understood yet");
        }
        var reading = ReadingAloud.Of(context.WordsSoFar, context.PatientAskedFor);
        if (reading.GoesOn)
        {
            return new TurnWait(_options.ReadingCeilingMs, reading.Spells ? "a name or number is being spelled" : "digits are being read");
        }
        var silence = kinds.WithOddsOfEnd(News(context, over) * Voice(context));
        return new TurnWait(_curve.WaitMs(silence), Reason(context, silence))
        {
            SentenceWhole = silence.InSentence < SentenceWholeBelow,
            SoundsOver = silence.Over >= SoundsFinished,
        };
    }

    private static float News(in TurnContext context, float over)
    {
        var odds = Math.Clamp(over, 1e-4f, 1 - 1e-4f) / (1 - Math.Clamp(over, 1e-4f, 1 - 1e-4f));
        return MathF.Pow(odds / UsualOdds, NewsCounts) * (LastWord.WantsMore(context.WordsSoFar) ? WantsMoreOdds : 1);
    }

    private static float Voice(in TurnContext context) => context.VoiceOdds is { } odds ? MathF.Pow(odds, VoiceCounts) : 1;

    private float ProbabilityOver(in TurnContext context) => _conversations.Over(new TurnSoFar(context.WordsSoFar ?? "", context.SpokenMs)
    {
        OtherSaid = context.PatientSaid ?? "",
        PausesBefore = context.PausesBefore,
    });

    private static string Reason(in TurnContext context, in SilenceKinds silence)
    {
        var sounds = silence.Over >= SoundsFinished ? "the words sound finished"
            : LastWord.KindOf(context.WordsSoFar) == TurnWord.Filler ? "the trainee looks for words"
            : silence.InSentence > silence.BetweenSentences ? "the sentence is not whole"
            : "another sentence may follow";
        var voice = context.VoiceOdds switch
        {
            > PlainOdds => ", the voice ended",
            < 1 / PlainOdds => ", the voice was held",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{sounds}{voice} ({silence.Over:0.00})");
    }
}
