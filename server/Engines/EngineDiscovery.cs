using System.Reflection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Engines;

/// <summary>Finds the engines of this build: the public classes that implement <see cref="IEngine"/>, best first in each role.</summary>
public static class EngineDiscovery
{
    private static readonly Assembly[] Assemblies = [typeof(IEngine).Assembly, typeof(ISpeechRecognizer).Assembly, typeof(EngineDiscovery).Assembly];

    public static IReadOnlyList<IEngine> InThisBuild { get; } =
        [.. Assemblies
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(IEngine)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (IEngine)Activator.CreateInstance(type)!)
            .OrderBy(engine => engine.Role).ThenByDescending(engine => engine.Preference).ThenBy(engine => engine.Name, StringComparer.Ordinal)];
}
