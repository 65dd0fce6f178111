using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

    public void Register(IServiceCollection services) =>
        services.AddOptions<PocketSphinxOptions>().BindConfiguration("Speech:PocketSphinx").ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services) => Probe(OptionsOf(services));

    public ISpeechRecognizer Create(IServiceProvider services)
    {
        var options = OptionsOf(services);
        var probe = Probe(options);
        return probe.Available ? new PocketSphinxRecognizer(options) : throw new InvalidOperationException(probe.Reason);
    }

    public static EngineProbe Probe(PocketSphinxOptions options)
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

    private static PocketSphinxOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<PocketSphinxOptions>>().Value;
}
