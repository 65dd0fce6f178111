namespace RealtimeTraining.Models.Engines;

/// <summary>Where the engines find the model files that are installed. Thread-safe; quick, so that a probe may ask.</summary>
public interface IModelFiles
{
    /// <summary>The wholly installed, verified model file for this role that the administrator chose or the best that is installed; null when none is.</summary>
    string? Find(EngineRole role);

    /// <summary>The wholly installed, verified file of this name, for engines that need a second one beside their model; null when it is not installed.</summary>
    /// <param name="fileName">As the catalogue has it, without any folder.</param>
    string? FindFile(string fileName) => null;
}
