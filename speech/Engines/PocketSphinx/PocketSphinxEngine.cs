using System.Runtime.InteropServices;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>The recogniser that is always there: CMU PocketSphinx with the US English model, from Debian.</summary>
public sealed class PocketSphinxEngine : IEngine<ISpeechRecognizer>
{
    private static readonly string[] ModelFiles = ["en-us/mdef", "en-us.lm.bin", "cmudict-en-us.dict"];

    public EngineRole Role => EngineRole.Recogniser;

    public string Name => "pocketsphinx";

    public int Preference => 10;

    public EngineProbe Probe() => Probe(new PocketSphinxOptions());

    public ISpeechRecognizer Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.GetService(typeof(PocketSphinxOptions)) as PocketSphinxOptions ?? new PocketSphinxOptions();
        var probe = Probe(options);
        return probe.Available ? new PocketSphinxRecognizer(options) : throw new InvalidOperationException(probe.Reason);
    }

    private static EngineProbe Probe(PocketSphinxOptions options)
    {
        foreach (var (library, package) in new[] { (SphinxNative.Base, "libsphinxbase3"), (SphinxNative.Decoder, "libpocketsphinx3") })
        {
            if (!NativeLibrary.TryLoad(library, out var handle))
            {
                return EngineProbe.No($"{library} is missing: install the Debian package {package} (apt-get install libpocketsphinx3).");
            }
            NativeLibrary.Free(handle);
        }
        var missing = ModelFiles.Select(file => Path.Combine(options.ModelFolder, file)).FirstOrDefault(file => !File.Exists(file));
        return missing is null
            ? EngineProbe.Yes($"PocketSphinx with {options.Decoders} decoders.")
            : EngineProbe.No($"{missing} is missing: install the Debian package pocketsphinx-en-us (apt-get install pocketsphinx-en-us).");
    }
}
