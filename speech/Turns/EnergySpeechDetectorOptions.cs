using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Turns;

public sealed class EnergySpeechDetectorOptions
{
    /// <summary>How far above the noise floor speech begins, in dB. Default 9, 3 to 30.</summary>
    [Range(3.0, 30.0)]
    public float OnsetAboveNoiseDb { get; set; } = 9;

    /// <summary>How far above the noise floor speech goes on, in dB; not above the onset. Default 6, 1 to 30.</summary>
    [Range(1.0, 30.0)]
    public float HoldAboveNoiseDb { get; set; } = 6;

    /// <summary>Softer sound is never speech, however quiet the room. Default -60 dBFS, -90 to -20.</summary>
    [Range(-90.0, -20.0)]
    public float MinimumSpeechDbfs { get; set; } = -60;

    /// <summary>Of the last <see cref="OnsetWindowFrames"/> frames, how many must be loud for speech to begin. Default 3, 1 to 10.</summary>
    [Range(1, 10)]
    public int OnsetFrames { get; set; } = 3;

    /// <summary>The frames that <see cref="OnsetFrames"/> are counted in. Default 4, 1 to 20.</summary>
    [Range(1, 20)]
    public int OnsetWindowFrames { get; set; } = 4;

    /// <summary>How long speech is held after the last loud frame, for stops and breaths inside words. Default 120 ms, 0 to 1,000.</summary>
    [Range(0, 1_000)]
    public int HangoverMs { get; set; } = 120;

    /// <summary>
    /// The noise floor is the least level in this time: longer than people speak without a gap, shorter than they
    /// wait for a fan to be learnt. Default 3,000 ms, 500 to 20,000.
    /// </summary>
    [Range(500, 20_000)]
    public int NoiseWindowMs { get; set; } = 3_000;

    /// <summary>Frames at the start that only measure the noise. Default 5, 0 to 50.</summary>
    [Range(0, 50)]
    public int WarmUpFrames { get; set; } = 5;

    /// <summary>
    /// In the first second, which may be all speech, the noise floor is believed to lie no higher than this.
    /// Default -45 dBFS, -80 to -20.
    /// </summary>
    [Range(-80.0, -20.0)]
    public float FirstNoiseDbfs { get; set; } = -45;
}
