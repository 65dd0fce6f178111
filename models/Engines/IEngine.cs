namespace RealtimeTraining.Models.Engines;

/// <summary>
/// One engine for one role. A public class with a parameterless constructor is found by the host, so leaving
/// an engine's folder out of the build leaves the engine out of the product.
/// </summary>
public interface IEngine
{
    EngineRole Role { get; }

    /// <summary>Lower-case name, as used in configuration and in benches: "pocketsphinx", "flite", "authored".</summary>
    string Name { get; }

    /// <summary>With <c>auto</c> the available engine with the highest preference runs.</summary>
    int Preference { get; }

    /// <summary>Looks whether the engine can run here. Cheap, does not load models, may be called often.</summary>
    EngineProbe Probe();
}

/// <summary>An engine that makes the port of its role. The host owns what is made and disposes it.</summary>
public interface IEngine<out TPort> : IEngine
    where TPort : class
{
    TPort Create(IServiceProvider services);
}
