using Microsoft.Playwright;

namespace RealtimeTraining.TestKit;

/// <summary>Real headless Chromium with a WAV file as its microphone.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly bool _mouthpiece;

    private Chromium(IPlaywright playwright, IBrowser browser, bool mouthpiece) =>
        (_playwright, _browser, _mouthpiece) = (playwright, browser, mouthpiece);

    /// <summary>Why browser tests cannot run here; null when they can.</summary>
    public static string? WhyNot => Path is null ? "Chromium is not installed (Debian: apt-get install chromium)." : null;

    private static string? Path => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen : Places.FirstOrDefault(File.Exists);

    /// <param name="microphone">A WAV file, played once from when the page opens the microphone; null: there is no microphone.</param>
    /// <param name="mouthpiece">The microphone is a <see cref="Mouthpiece"/> instead.</param>
    /// <param name="launcher">Given the browser's program, a script that starts it; null: it is started itself.</param>
    /// <param name="trusted">A server that is not on loopback and whose pages may use a microphone all the same.</param>
    public static async Task<Chromium> LaunchAsync(string? microphone = null, bool mouthpiece = false, Func<string, string>? launcher = null, Uri? trusted = null)
    {
        List<string> arguments =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--autoplay-policy=no-user-gesture-required", "--disable-features=AudioServiceOutOfProcess,AudioServiceSandbox",
        ];
        if (microphone is not null)
        {
            arguments.AddRange(["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={microphone}%noloop"]);
        }
        if (mouthpiece)
        {
            arguments.AddRange(["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]);
        }
        if (trusted is not null)
        {
            arguments.Add($"--unsafely-treat-insecure-origin-as-secure={trusted.GetLeftPart(UriPartial.Authority)}");
        }
        var playwright = await Playwright.CreateAsync();
        var program = launcher?.Invoke(Path!) ?? Path;
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Headless = true, Args = arguments });
        return new Chromium(playwright, browser, mouthpiece);
    }

    /// <summary>A window of its own, with its own cookies.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280, int height = 800, string colours = "light")
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colours == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (_mouthpiece)
        {
            await context.AddInitScriptAsync(Mouthpiece.Script);
        }
        // In one: the order of several is nobody's promise.
        await context.AddInitScriptAsync(string.Join('\n', LoudspeakerTap.Script, SoundProbe.Script, ToneProbe.Script));
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
