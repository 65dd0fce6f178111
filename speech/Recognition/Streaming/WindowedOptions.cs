using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>How calls are recognised with a model that hears whole windows.</summary>
public class WindowedOptions
{
    /// <summary>
    /// New sound between two partial transcripts, on top of as much as the last one took to decode, so that a machine
    /// that is behind makes fewer of them. Default 300 ms, 100 to 5,000.
    /// </summary>
    [Range(100, 5_000)]
    public int PartialEveryMs { get; set; } = 300;

    /// <summary>In a longer window, sound whose words two partials agreed on is cut away. Default 12,000 ms, 4,000 to 28,000.</summary>
    [Range(4_000, 28_000)]
    public int CutAfterMs { get; set; } = 12_000;

    /// <summary>What the decoder is given at once; more is decoded in parts, cut where it is quietest. Default 28,000 ms, 5,000 to 28,000.</summary>
    [Range(5_000, 28_000)]
    public int MaxWindowMs { get; set; } = 28_000;

    /// <summary>Of a longer utterance the newest frames are dropped and counted. Default 180,000 ms, 10,000 to 600,000.</summary>
    [Range(10_000, 600_000)]
    public int MaxUtteranceMs { get; set; } = 180_000;

    /// <summary>A transcript that takes longer is given with the words that there are by then. Default 8,000 ms, 500 to 60,000.</summary>
    [Range(500, 60_000)]
    public int FinalBudgetMs { get; set; } = 8_000;

    /// <summary>Of the scenario's names and drugs, at most this many characters are given to the decoder. Default 400, 0 (none) to 800.</summary>
    [Range(0, 800)]
    public int MaxPromptChars { get; set; } = 400;

    /// <summary>
    /// Calls that may be open at once; one more is refused rather than making the others stutter. Default one a core, 1 to 256.
    /// </summary>
    [Range(1, 256)]
    public int? MaxCalls { get; set; }
}
