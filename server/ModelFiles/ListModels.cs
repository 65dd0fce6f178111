using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>The models that can be fetched, and what this machine has for them.</summary>
/// <param name="Folder">Where the server keeps models, and where a file can be put by hand.</param>
/// <param name="OfferedFolder">A further folder, which is only read: REALTIME_MODELS. Null: none is set.</param>
public sealed record ModelList(ModelMachine Machine, string Folder, string? OfferedFolder, IReadOnlyList<ModelInfo> Models);

/// <param name="FreeMiB">When the server started.</param>
/// <param name="Gpu">"CUDA" or "Vulkan"; null where there is none that could help.</param>
public sealed record ModelMachine(int Cores, int TotalMiB, int FreeMiB, string? Gpu);

/// <summary>One model of the catalogue, what is advised about it here and how it stands.</summary>
/// <param name="File">What the file has to be called where it is put by hand.</param>
/// <param name="Languages">ISO 639-1 codes, or "multi".</param>
/// <param name="Usable">This build has an engine that can load it.</param>
/// <param name="Why">Why it fits or does not, and why it is recommended or not.</param>
public sealed record ModelInfo(
    string Name, ModelRole Role, string File, Uri Url, long Bytes, int MemoryMiB, IReadOnlyList<string> Languages, ModelLicence Licence,
    string GoodFor, bool Usable, bool Fits, bool Recommended, string Why, ModelStanding Standing);

public static class ListModels
{
    public static Ok<ModelList> Handle(ModelAdvice advice, MachineProfile machine, ModelStore store, ModelWork work, ModelShelf shelf, IReadOnlyList<IEngine> engines)
    {
        work.VerifyNew();
        return TypedResults.Ok(new ModelList(
            new ModelMachine(machine.Cores, machine.TotalMiB, machine.FreeMiB, machine.HasCuda ? "CUDA" : machine.HasVulkan ? "Vulkan" : null),
            store.Folders.Own, store.Folders.Offered, [.. advice.For(machine).Select(advised => Describe(advised, shelf, engines))]));
    }

    private static ModelInfo Describe(AdvisedModel advised, ModelShelf shelf, IReadOnlyList<IEngine> engines)
    {
        var entry = advised.Entry;
        return new ModelInfo(
            entry.Name, entry.Role, entry.File, entry.Url, entry.Bytes, entry.MemoryMiB, entry.Languages, entry.Licence,
            entry.GoodFor, ModelOffer.CanBeUsed(entry, engines), advised.Fits, advised.Recommended, advised.Why, shelf.Of(entry));
    }
}
