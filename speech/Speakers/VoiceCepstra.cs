using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;

namespace RealtimeTraining.Speech.Speakers;

/// <summary>
/// What of a sound is its voice rather than its words: mel cepstra (S. Davis and P. Mermelstein 1980) of 32 ms every 10 ms.
/// Not thread-safe.
/// </summary>
internal sealed class VoiceCepstra
{
    /// <summary>Numbers of each step.</summary>
    public const int Count = 16;

    public const int StepMs = 10;

    public const int StepsPerFrame = AudioFormat.FrameMs / StepMs;

    private const int StepSamples = AudioFormat.FrameSamples / StepsPerFrame;

    // -86 dBFS in each band: below is what microphones round off.
    private const float Hush = 2.5e-9f;

    private static readonly float[][] Cosines = [.. Enumerable.Range(0, Count).Select(k =>
        (float[])[.. Enumerable.Range(0, PitchBands.Count).Select(band => (float)(Math.Sqrt(2.0 / PitchBands.Count) * Math.Cos(Math.PI * k * (band + 0.5) / PitchBands.Count)))])];

    private readonly SoundSpectrum spectrum = new();
    private readonly float[] window = new float[SoundSpectrum.Length];
    private readonly float[] powers = new float[SoundSpectrum.Bins];
    private readonly float[] bands = new float[PitchBands.Count];

    /// <param name="frame"><see cref="AudioFormat.FrameSamples"/> samples, following those before.</param>
    /// <param name="cepstra">Gets <see cref="Count"/> numbers for each of <see cref="StepsPerFrame"/> steps.</param>
    public void Read(ReadOnlySpan<short> frame, Span<float> cepstra)
    {
        for (var step = 0; step < StepsPerFrame; step++)
        {
            SoundSpectrum.Slide(window, frame.Slice(step * StepSamples, StepSamples));
            spectrum.Read(window, powers);
            PitchBands.Sum(powers, bands);
            for (var band = 0; band < bands.Length; band++)
            {
                bands[band] = MathF.Log(bands[band] + Hush);
            }
            for (var k = 0; k < Count; k++)
            {
                cepstra[step * Count + k] = DotProduct.Of(Cosines[k], bands);
            }
        }
    }
}
