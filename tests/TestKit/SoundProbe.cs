using Microsoft.Playwright;

namespace RealtimeTraining.TestKit;

/// <summary>One stretch of sound, on the page's own clock.</summary>
public sealed class Sound
{
    public double AtMs { get; set; }

    public double EndMs { get; set; }
}

/// <summary>
/// Measures in the page what goes into the loudspeaker and what comes from the microphone: every connection to an audio
/// destination, and every stream from getUserMedia, also feeds an analyser that is read every few milliseconds.
/// Needs <see cref="LoudspeakerTap"/>.
/// </summary>
public static class SoundProbe
{
    public const string Script = """
        (() => {
          const threshold = 0.008, bridgeMs = 260;
          const probe = window.__sound = { ear: [], mouth: [] };
          const watch = (analyser, into) => {
            const samples = new Float32Array(analyser.fftSize);
            setInterval(() => {
              analyser.getFloatTimeDomainData(samples);
              let peak = 0;
              for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
              if (peak < threshold) return;
              const now = performance.now(), last = into[into.length - 1];
              if (last && now - last.endMs < bridgeMs) last.endMs = now; else into.push({ atMs: now, endMs: now });
            }, 5);
          };
          window.__atEar({ fftSize: 256 }, (analyser) => watch(analyser, probe.ear));
          const getUserMedia = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
          if (getUserMedia) navigator.mediaDevices.getUserMedia = async (constraints) => {
            const stream = await getUserMedia(constraints);
            const context = new AudioContext();
            const analyser = context.createAnalyser();
            analyser.fftSize = 256;
            context.createMediaStreamSource(stream.clone()).connect(analyser);
            watch(analyser, probe.mouth);
            return stream;
          };
        })();
        """;

    /// <summary>When the loudspeaker sounded.</summary>
    public static Task<Sound[]> EarAsync(IPage page) => page.EvaluateAsync<Sound[]>("() => window.__sound.ear");

    /// <summary>When the trainee was heard.</summary>
    public static Task<Sound[]> MouthAsync(IPage page) => page.EvaluateAsync<Sound[]>("() => window.__sound.mouth");
}
