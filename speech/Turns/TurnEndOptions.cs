using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Turns;

public sealed class TurnEndOptions : IValidatableObject
{
    /// <summary>Nothing ends sooner, however finished it sounds: people breathe about so long between sentences, and the reply has to be ready. Default 340 ms, 100 to 2,000.</summary>
    [Range(100, 2_000)]
    public int FloorMs { get; set; } = 340;

    /// <summary>The longest wait for words that sound unfinished; not below the floor. Default 1,500 ms, 200 to 5,000.</summary>
    [Range(200, 5_000)]
    public int CeilingMs { get; set; } = 1_500;

    /// <summary>The longest wait while digits are read or a name is spelled; not below <see cref="CeilingMs"/>. Default 2,500 ms, 200 to 8,000.</summary>
    [Range(200, 8_000)]
    public int ReadingCeilingMs { get; set; } = 2_500;

    /// <summary>
    /// What it costs to cut the trainee off, in milliseconds of waiting: the more, the more patient. Default 900, 10 to 1,000,000.
    /// </summary>
    [Range(10.0, 1_000_000.0)]
    public double CutOffCostMs { get; set; } = 900;

    /// <summary>The wait when the recogniser has no words yet, or none at all. Default 700 ms, 100 to 5,000.</summary>
    [Range(100, 5_000)]
    public int NoWordsMs { get; set; } = 700;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CeilingMs < FloorMs)
        {
            yield return new ValidationResult($"The ceiling ({CeilingMs} ms) lies below the floor ({FloorMs} ms).", [nameof(CeilingMs)]);
        }
        if (ReadingCeilingMs < CeilingMs)
        {
            yield return new ValidationResult($"The ceiling for digits ({ReadingCeilingMs} ms) lies below the ceiling ({CeilingMs} ms).", [nameof(ReadingCeilingMs)]);
        }
    }
}
