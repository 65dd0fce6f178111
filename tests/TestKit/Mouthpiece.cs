using Microsoft.Playwright;

namespace RealtimeTraining.TestKit;

/// <summary>
/// A microphone that speaks when the test says so: the page's own capture runs on it, but what it hears is a WAV file
/// that is played at the moment that matters, whatever the machine's speed.
/// </summary>
public static class Mouthpiece
{
    public const string Script = """
        (() => {
          let context, destination;
          const open = () => {
            context ??= new AudioContext();
            if (destination) return destination;
            destination = context.createMediaStreamDestination();
            // A microphone that nobody speaks into still sends: without a source no sound at all would leave the browser.
            const hush = context.createConstantSource();
            hush.offset.value = 0;
            hush.connect(destination);
            hush.start();
            return destination;
          };
          navigator.mediaDevices.getUserMedia = async () => open().stream.clone();
          const load = async (wav) => {
            const bytes = Uint8Array.from(atob(wav), (c) => c.charCodeAt(0));
            const target = open();
            await context.resume();
            const source = context.createBufferSource();
            source.buffer = await context.decodeAudioData(bytes.buffer);
            source.connect(target);
            return source;
          };
          window.__say = async (wav) => {
            const source = await load(wav);
            // The sound is made some milliseconds at a time; the smallest difference of the clocks is the true one.
            let difference = Infinity;
            for (const began = performance.now(); performance.now() - began < 100;) {
              difference = Math.min(difference, performance.now() - context.currentTime * 1000);
              await new Promise((done) => setTimeout(done, 1));
            }
            const at = context.currentTime + 0.05;
            source.start(at);
            return performance.timeOrigin + difference + at * 1000;
          };
          window.__sayOver = async (wav, afterMs, next) => {
            const from = performance.now();
            const source = await load(wav);
            const isNow = (sound) => (sound.atMs > from || !next) && sound.endMs > performance.now() - 100
              && sound.endMs - Math.max(sound.atMs, from) > afterMs;
            const heard = () => window.__sound.ear.some(isNow);
            window.__over = (async () => {
              while (!heard()) await new Promise((done) => setTimeout(done, 5));
              source.start();
            })();
          };
        })();
        """;

    /// <summary>Arms the page: once what is heard at the ear has lasted so long from now on, the WAV file is played into the microphone. Needs <see cref="SoundProbe"/>.</summary>
    /// <param name="next">Not over what sounds already.</param>
    /// <remarks>The page waits for the sound itself: a test that looked from outside could come when it is over.</remarks>
    public static async Task InterruptAsync(IPage page, string wavFile, int afterMs, bool next) => await page.EvaluateAsync(
        "([wav, afterMs, next]) => window.__sayOver(wav, afterMs, next)", new object[] { Convert.ToBase64String(await File.ReadAllBytesAsync(wavFile)), afterMs, next });

    /// <summary>Plays a WAV file into the microphone, from now on.</summary>
    /// <returns>When its first sample goes in, in milliseconds since 1970.</returns>
    public static async Task<double> SayAsync(IPage page, string wavFile) =>
        await page.EvaluateAsync<double>("wav => window.__say(wav)", Convert.ToBase64String(await File.ReadAllBytesAsync(wavFile)));
}
