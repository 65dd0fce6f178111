namespace RealtimeTraining.Models.Engines;

/// <summary>Whether an engine can run here, and why, in a sentence an administrator can act on.</summary>
public readonly record struct EngineProbe(bool Available, string Reason)
{
    public static EngineProbe Yes(string reason) => new(true, reason);

    public static EngineProbe No(string reason) => new(false, reason);
}
