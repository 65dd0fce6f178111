using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>Skips where flite or PocketSphinx is not installed.</summary>
internal sealed class SpokenFactAttribute : FactAttribute
{
    public SpokenFactAttribute() => Skip = WhyNot;

    public static string? WhyNot { get; } = FliteEngine.Probe() is { Available: false } voice ? voice.Reason
        : PocketSphinxEngine.Probe(new PocketSphinxOptions()) is { Available: false } ears ? ears.Reason : null;
}
