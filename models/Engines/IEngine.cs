using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>What a trainee says or the patient answers is sent to another server, of one's own or a cloud's.</summary>
    bool IsRemote => false;

    /// <summary>It loads a model file of the catalogue.</summary>
    bool UsesModel => false;

    /// <summary>With <c>auto</c> the available engine with the highest preference runs.</summary>
    int Preference { get; }

    /// <summary>Adds what the engine needs: its options, bound to a configuration section of its own and checked at start.</summary>
    void Register(IServiceCollection services)
    {
    }

    /// <summary>Looks whether the engine can run here. Cheap, does not load models, asks no network, may be called often.</summary>
    EngineProbe Probe(IServiceProvider services);
}

/// <summary>An engine that makes the port of its role. The host owns what is made and disposes it.</summary>
public interface IEngine<out TPort> : IEngine
    where TPort : class
{
    TPort Create(IServiceProvider services);
}
