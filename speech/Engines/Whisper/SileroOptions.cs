using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>Configuration section <c>Engines:Silero</c>.</summary>
public sealed class SileroOptions
{
    public const string Section = "Engines:Silero";

    /// <summary>Silero's ggml file. Default: the installed one.</summary>
    public string? ModelPath { get; set; }

    /// <summary>The probability from which a window of 32 ms is speech. Default 0.5, 0.05 to 0.95.</summary>
    [Range(0.05, 0.95)]
    public float Threshold { get; set; } = 0.5f;

    /// <summary>How many windows on end must be speech for it to begin. Default 2, 1 to 10.</summary>
    [Range(1, 10)]
    public int OnsetWindows { get; set; } = 2;

    /// <summary>How long speech is held after the last window of it, for stops and breaths inside words. Default 120 ms, 0 to 1,000.</summary>
    [Range(0, 1_000)]
    public int HangoverMs { get; set; } = 120;
}
