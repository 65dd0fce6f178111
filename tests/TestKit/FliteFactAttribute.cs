using RealtimeTraining.Speech.Engines.Flite;
using Xunit;

namespace RealtimeTraining.TestKit;

/// <summary>Runs where flite is installed; skips with the probe's reason elsewhere.</summary>
public sealed class FliteFactAttribute : FactAttribute
{
    public FliteFactAttribute() => Skip = Reason;

    public static string? Reason { get; } =
        FliteEngine.Probe() is { Available: false } probe ? probe.Reason : null;
}
