using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Detection;

/// <summary>Configuration section <c>Speech:Trained</c>.</summary>
public sealed class TrainedSpeechDetectorOptions
{
    public const string Section = "Speech:Trained";

    /// <summary>How likely a frame must be speech for it to begin. Default 0.7, 0.05 to 0.95.</summary>
    [Range(0.05, 0.95)]
    public float OnsetProbability { get; set; } = 0.7f;

    /// <summary>How likely for it to go on; not above the onset. Default 0.3, 0.05 to 0.95.</summary>
    [Range(0.05, 0.95)]
    public float HoldProbability { get; set; } = 0.3f;

    /// <summary>How many frames on end must be likely for speech to begin. Default 2, 1 to 10.</summary>
    [Range(1, 10)]
    public int OnsetFrames { get; set; } = 2;

    /// <summary>
    /// How likely a frame that is periodic as a vowel must be; with <see cref="VoicedFrames"/> of them on end speech has begun, too:
    /// low voices are heard with doubts at first. Default 0.4, 0.05 to 0.95.
    /// </summary>
    [Range(0.05, 0.95)]
    public float VoicedProbability { get; set; } = 0.4f;

    /// <summary>Default 5, 1 to 50.</summary>
    [Range(1, 50)]
    public int VoicedFrames { get; set; } = 5;

    /// <summary>
    /// How likely a loud frame before the onset must be speech to be counted as part of it in hindsight: a patient who is
    /// interrupted falls silent that much sooner. Default 0.15, 0 to 0.95.
    /// </summary>
    [Range(0.0, 0.95)]
    public float DoubtfulProbability { get; set; } = 0.15f;

    /// <summary>No more is counted in hindsight. Default 100 ms, 0 to 400.</summary>
    [Range(0, 400)]
    public int LateAtMostMs { get; set; } = 100;

    /// <summary>How long speech is held after the last likely frame, for stops and breaths inside words. Default 120 ms, 0 to 1,000.</summary>
    [Range(0, 1_000)]
    public int HangoverMs { get; set; } = 120;

    /// <summary>Softer sound is never speech, however quiet the room. Default -60 dBFS, -90 to -20.</summary>
    [Range(-90.0, -20.0)]
    public float MinimumSpeechDbfs { get; set; } = -60;
}
