using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Turns;

/// <summary>Waits equally long whatever was said. What the better detectors are compared with, and fall back on.</summary>
public sealed class FixedDelayTurnDetector : ITurnDetector
{
    private readonly TurnWait wait;

    public FixedDelayTurnDetector(FixedDelayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        wait = new TurnWait(options.SilenceMs, "fixed delay");
    }

    public TurnWait WaitFor(TurnContext context) => wait;
}
