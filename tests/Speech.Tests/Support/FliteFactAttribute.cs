using RealtimeTraining.Speech.Engines.Flite;

namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>Runs where flite is installed; skips with the probe's reason elsewhere.</summary>
public sealed class FliteFactAttribute : FactAttribute
{
    public FliteFactAttribute() => Skip = Reason;

    internal static string? Reason { get; } =
        FliteEngine.Probe() is { Available: false } probe ? probe.Reason : null;
}
