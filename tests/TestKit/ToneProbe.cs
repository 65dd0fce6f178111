using Microsoft.Playwright;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.TestKit;

/// <summary>
/// Tells voices apart at the ear by their pitch: each party's microphone says a tone that nobody else says, and the page
/// measures how long each is heard in what goes into the loudspeaker. A tone counts while it stands out of everything
/// around it, as no spoken vowel does so high. Needs <see cref="LoudspeakerTap"/>.
/// </summary>
public static class ToneProbe
{
    /// <summary>Hertz: apart from each other and from each other's multiples.</summary>
    public const int Trainee = 2_500;

    public const int Supervisor = 3_700;

    public const string Script = """
        (() => {
          const heard = window.__tones = {};
          const everyMs = 20, standsOut = 18, audible = -70;
          window.__atEar({ fftSize: 1024, smoothingTimeConstant: 0.3 }, (analyser) => {
            const levels = new Float32Array(analyser.frequencyBinCount);
            const bin = (hz) => Math.round(hz * analyser.fftSize / analyser.context.sampleRate);
            const peak = (from, to) => { let most = -200; for (let i = bin(from); i <= bin(to); i++) most = Math.max(most, levels[i]); return most; };
            setInterval(() => {
              analyser.getFloatFrequencyData(levels);
              for (const hz of [2500, 3700]) {
                const tone = peak(hz - 40, hz + 40);
                if (tone > audible && tone > peak(hz - 500, hz - 160) + standsOut && tone > peak(hz + 160, hz + 500) + standsOut) heard[hz] = (heard[hz] ?? 0) + everyMs;
              }
            }, everyMs);
          });
        })();
        """;

    /// <summary>How long the tone has been heard at the loudspeaker so far.</summary>
    public static Task<double> HeardMsAsync(IPage page, int hz) => page.EvaluateAsync<double>("hz => window.__tones[hz] ?? 0", hz);

    /// <summary>Writes a tone as a WAV file, for <see cref="Mouthpiece"/>.</summary>
    public static void Save(string path, int hz, int milliseconds)
    {
        var samples = new short[AudioFormat.Samples(milliseconds)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(8_000 * Math.Sin(2 * Math.PI * hz * i / AudioFormat.SampleRateHz));
        }
        WavFile.WriteMono(path, samples);
    }
}
