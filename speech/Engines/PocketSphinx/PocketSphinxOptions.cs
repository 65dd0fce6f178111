using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

public sealed class PocketSphinxOptions
{
    /// <summary>Decoders made ahead, and so the calls that can be recognised at once. Default as many as the host admits calls, 1 to 64.</summary>
    [Range(1, 64)]
    public int? Decoders { get; set; }

    /// <summary>The folder with the model of the Debian package pocketsphinx-en-us.</summary>
    [Required]
    public string ModelFolder { get; set; } = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>
    /// Sound that waits for a decoder that is behind. When it is full the newest frame is dropped and counted, because
    /// a hole is better than words that come ever later. Default 3,000 ms, 200 to 30,000.
    /// </summary>
    [Range(200, 30_000)]
    public int QueueMs { get; set; } = 3_000;

    /// <summary>At most one partial transcript in this much sound. Default 100 ms, 20 to 2,000.</summary>
    [Range(20, 2_000)]
    public int PartialEveryMs { get; set; } = 100;

    /// <summary>
    /// A longer utterance is decoded in parts, joined again in the transcript: memory and search grow with the length.
    /// Default 30,000 ms, 2,000 to 120,000.
    /// </summary>
    [Range(2_000, 120_000)]
    public int MaxPartMs { get; set; } = 30_000;

    /// <summary>Decoders give way to everything else on the machine: for recordings, which can wait, beside calls, which cannot. Default no.</summary>
    public bool GivesWay { get; set; }

    /// <summary>
    /// How much the front desk's and the scenario's language counts beside the general one. Default 0.5, 0 (the general one alone) to 0.999.
    /// </summary>
    [Range(0, 0.999)]
    public double LeanWeight { get; set; } = 0.5;
}
