using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>Runs where flite (which speaks the test sentences) and PocketSphinx are installed; skips with the reason elsewhere.</summary>
public sealed class PocketSphinxFactAttribute : FactAttribute
{
    public PocketSphinxFactAttribute() => Skip = FliteFactAttribute.Reason
        ?? (PocketSphinxEngine.Probe(new PocketSphinxOptions()) is { Available: false } probe ? probe.Reason : null);
}
