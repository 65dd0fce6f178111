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
          window.__say = async (wav) => {
            const bytes = Uint8Array.from(atob(wav), (c) => c.charCodeAt(0));
            const target = open();
            await context.resume();
            const source = context.createBufferSource();
            source.buffer = await context.decodeAudioData(bytes.buffer);
            source.connect(target);
            source.start();
          };
        })();
        """;

    /// <summary>Plays a WAV file into the microphone, from now on.</summary>
    public static async Task SayAsync(IPage page, string wavFile) =>
        await page.EvaluateAsync("wav => window.__say(wav)", Convert.ToBase64String(await File.ReadAllBytesAsync(wavFile)));
}
