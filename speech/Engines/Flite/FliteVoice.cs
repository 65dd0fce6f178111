namespace RealtimeTraining.Speech.Engines.Flite;

/// <param name="Id">As a request names it.</param>
/// <param name="Kind">"female" or "male".</param>
/// <param name="Library">The shared library that holds the voice.</param>
/// <param name="Register">The function in it that gives the voice.</param>
/// <param name="FollowsPitch">
/// Whether the voice takes a pitch from flite. One with a trained melody ignores it and is raised by resampling,
/// which makes the speaker's throat smaller, too.
/// </param>
/// <param name="GainDb">What brings its speech to -20 dBFS (<see cref="Audio.Loudness.ActiveDbfs"/>), measured on ten sentences.</param>
internal sealed record FliteVoice(string Id, string Kind, string Library, string Register, bool FollowsPitch, float GainDb)
{
    /// <summary>Best of its kind first. kal16 is the old diphone voice; the others are statistical ones, and clearer.</summary>
    public static IReadOnlyList<FliteVoice> All { get; } =
    [
        new("slt", "female", "libflite_cmu_us_slt.so.1", "register_cmu_us_slt", true, -4.5f),
        new("rms", "male", "libflite_cmu_us_rms.so.1", "register_cmu_us_rms", false, 1f),
        new("awb", "male", "libflite_cmu_us_awb.so.1", "register_cmu_us_awb", true, 0f),
        new("kal16", "male", "libflite_cmu_us_kal16.so.1", "register_cmu_us_kal16", true, 8f),
    ];
}
