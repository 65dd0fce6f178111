using RealtimeTraining.Speech.Audio.Opus;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Network;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A test in real Chromium, skipped with the reason where there is none or the web client was not built.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = (Chromium.WhyNot ?? WebClientMissing() ?? new ServerFactAttribute().Skip)!;

    /// <summary>The test speaks: it needs the voice and the recogniser of Debian.</summary>
    public bool Speaks
    {
        get => false;
        set => Skip ??= value ? new ServerFactAttribute { Speaks = true }.Skip! : null!;
    }

    /// <summary>The sound travels through a real Janus gateway.</summary>
    public bool Janus
    {
        get => false;
        set => Skip ??= JanusProcess.WhyNot!;
    }

    /// <summary>The microphone travels as Opus, which the server decodes with libopus.</summary>
    public bool Opus
    {
        get => false;
        set => Skip ??= OpusLibrary.WhyNot!;
    }

    /// <summary>The browser has a network of its own: root is needed.</summary>
    public bool Network
    {
        get => false;
        set => Skip ??= TroubledNetwork.WhyNot!;
    }

    /// <summary>It needs this file or folder of the shared data.</summary>
    public string Data
    {
        get => "";
        set => Skip ??= Path.Exists(Path.Combine(Checkout.Data, value)) ? null! : $"Needs {value} of the shared data, beside the project as ../shared/data or where REALTIME_DATA points.";
    }

    private static string? WebClientMissing() =>
        File.Exists(Checkout.Path("web", "dist", "index.html")) ? null : "The web client has not been built (npm run build in web).";
}
