using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>
/// Which verified file serves a role: the recommended one when it is installed, or else the largest that is installed and
/// fits this machine. A file that nobody has hashed yet is hashed in the background and given out afterwards.
/// Thread-safe singleton; reads no more than sizes and times.
/// </summary>
public sealed class InstalledModels(ModelCatalogue catalogue, ModelStore store, ModelAdvice advice, MachineProfile machine, ModelWork work) : IModelFiles
{
    public string? Find(EngineRole role)
    {
        if (RoleOf(role) is not { } wanted)
        {
            return null;
        }
        work.VerifyNew();
        return advice.For(machine)
            .Where(advised => advised.Entry.Role == wanted && advised.Fits)
            .OrderByDescending(advised => advised.Recommended).ThenByDescending(advised => advised.Entry.Bytes)
            .Select(advised => store.Look(advised.Entry))
            .FirstOrDefault(state => state.Kind == ModelStateKind.Installed)?.Path;
    }

    // What the catalogue does not list it cannot vouch for; the engine looks into such a file itself.
    public string? FindFile(string fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (fileName != Path.GetFileName(fileName))
        {
            throw new ArgumentException("A file name, without any folder.", nameof(fileName));
        }
        if (catalogue.Entries.FirstOrDefault(entry => entry.File == fileName) is { } listed)
        {
            work.VerifyNew();
            return store.Look(listed) is { Kind: ModelStateKind.Installed } state ? state.Path : null;
        }
        return new[] { store.Folders.Own, store.Folders.Offered }.OfType<string>()
            .Select(folder => Path.Combine(folder, fileName)).FirstOrDefault(File.Exists);
    }

    internal static ModelRole? RoleOf(EngineRole role) => role switch
    {
        EngineRole.Recogniser => ModelRole.Recogniser,
        EngineRole.PatientWords => ModelRole.PatientWords,
        _ => null,
    };
}
