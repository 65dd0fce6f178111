using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Speakers;

/// <summary>How voices are told apart. The defaults were chosen on interviews of two people.</summary>
public sealed class SpeakerFinderOptions
{
    /// <summary>Nobody speaks for less without a pause.</summary>
    [Range(100, 3_000)]
    public int LeastTurnMs { get; init; } = 800;

    /// <summary>How much more likely, as a logarithm over all steps, another voice has to be before it takes over in the midst of speech.</summary>
    [Range(0, 1_000)]
    public float ChangeCost { get; init; } = 30;

    /// <summary>The same after a pause.</summary>
    [Range(0, 1_000)]
    public float PauseCost { get; init; } = 10;

    /// <summary>Gaussians of each voice of the first guess; a voice that two become has those of both.</summary>
    [Range(1, 16)]
    public int FirstParts { get; init; } = 4;

    /// <summary>Times that speech is dealt out anew before two voices become one.</summary>
    [Range(1, 20)]
    public int Rounds { get; init; } = 3;
}
