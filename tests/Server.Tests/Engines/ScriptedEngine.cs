using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Tests.Engines;

/// <summary>An engine that makes what the test gives it.</summary>
internal sealed class ScriptedEngine<TPort>(EngineRole role, string name, int preference, Func<TPort> create) : IEngine<TPort>
    where TPort : class
{
    public EngineRole Role => role;

    public string Name => name;

    public int Preference => preference;

    public bool Available { get; set; } = true;

    public int Made { get; private set; }

    public EngineProbe Probe(IServiceProvider services) => Available ? EngineProbe.Yes($"{name} is here.") : EngineProbe.No($"{name} is not installed.");

    public TPort Create(IServiceProvider services)
    {
        Made++;
        return create();
    }
}
