using System.Runtime.InteropServices;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>The voice that is always there: CMU Flite, from the Debian package libflite1. Fast, plain, English.</summary>
public sealed class FliteEngine : IEngine<ISpeechSynthesizer>
{
    public EngineRole Role => EngineRole.Voice;

    public string Name => "flite";

    public int Preference => 10;

    public EngineProbe Probe(IServiceProvider services) => Probe();

    public static EngineProbe Probe()
    {
        string[] needed = [FliteNative.Library, .. FliteVoice.All.Select(voice => voice.Library)];
        foreach (var library in needed)
        {
            if (!NativeLibrary.TryLoad(library, out var handle))
            {
                return EngineProbe.No($"{library} is missing: install the Debian package libflite1 (apt-get install libflite1).");
            }
            NativeLibrary.Free(handle);
        }
        return EngineProbe.Yes($"Flite with {FliteVoice.All.Count} voices.");
    }

    public ISpeechSynthesizer Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var probe = Probe();
        return probe.Available ? new FliteSynthesizer() : throw new InvalidOperationException(probe.Reason);
    }
}
