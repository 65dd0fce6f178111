using System.ComponentModel.DataAnnotations;
using System.Globalization;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// Waits by how finished the words sound: short after a question or a whole sentence, long after "and" or "um", longest
/// while digits are read or a name is spelled. Thread-safe; takes a few microseconds.
/// </summary>
public sealed class TurnEndDetector : ITurnDetector
{
    /// <summary>From here on the log says that the words sound finished.</summary>
    private const float SoundsFinished = 0.8f;

    /// <summary>
    /// Log-odds that a last word such as "and" or "your" takes off. In conversations between people such turns mostly end because
    /// the other breaks in, which a patient on the phone does not.
    /// </summary>
    private const float WantsMoreLogOdds = 2;

    private readonly TurnEndModel _model;
    private readonly TurnEndOptions _options;
    private readonly WaitCurve _curve;

    /// <exception cref="ValidationException">An option is out of its range, or a ceiling lies below what it is above.</exception>
    public TurnEndDetector(TurnEndOptions options, TurnEndModel model)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(model);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (_options, _model) = (options, model);
        _curve = new WaitCurve(options.CutOffCostMs, options.FloorMs, options.CeilingMs, PauseLengths.Measured);
    }

    public TurnWait WaitFor(TurnContext context) => WaitFor(context, ProbabilityOver(context));

    /// <summary>The same with another model's word for how probable it is that the turn is over.</summary>
    /// <param name="over">0 to 1.</param>
    public TurnWait WaitFor(TurnContext context, float over)
    {
        if (string.IsNullOrWhiteSpace(context.WordsSoFar))
        {
            return new TurnWait(_options.NoWordsMs, "no words were understood yet");
        }
        if (LastWord.WantsMore(context.WordsSoFar))
        {
            over = 1 / (1 + MathF.Exp(WantsMoreLogOdds) * (1 - over) / MathF.Max(over, 1e-6f));
        }
        var reading = ReadingAloud.Of(context.WordsSoFar, context.PatientAskedFor);
        return reading.GoesOn
            ? new TurnWait(_options.ReadingCeilingMs, reading.Spells ? "a name or number is being spelled" : "digits are being read")
            : new TurnWait(_curve.WaitMs(over), Reason(context.WordsSoFar, over));
    }

    private float ProbabilityOver(in TurnContext context) => _model.Over(new TurnSoFar(context.WordsSoFar ?? "", context.SpokenMs)
    {
        OtherSaid = context.PatientSaid ?? "",
        PausesBefore = context.PausesBefore,
        PitchFall = context.PitchFall ?? float.NaN,
        LevelFall = context.LevelFall ?? float.NaN,
    });

    private static string Reason(string words, float over)
    {
        var sounds = over >= SoundsFinished ? "the words sound finished" : LastWord.KindOf(words) switch
        {
            TurnWord.Filler => "the trainee looks for words",
            TurnWord.Joiner or TurnWord.Open => "the last word wants another",
            _ => "the words may not be all",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{sounds} ({over:0.00})");
    }
}
