namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// Which models fit a machine and which one to take for each role: of those that fit and whose wishes hold, the one that
/// comes first in the catalogue's order. Stateless and thread-safe.
/// </summary>
public sealed class ModelAdvice(ModelCatalogue catalogue)
{
    /// <summary>On all entries, in the catalogue's order.</summary>
    public IReadOnlyList<AdvisedModel> For(MachineProfile machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var chosen = catalogue.Entries
            .Where(entry => entry.Wish is { } wish && Fits(entry, machine) && Holds(entry, wish, machine))
            .GroupBy(entry => entry.Role)
            .ToDictionary(role => role.Key, role => role.MaxBy(entry => entry.Wish!.Order)!);
        return [.. catalogue.Entries.Select(entry => Advise(entry, machine, chosen.GetValueOrDefault(entry.Role)))];
    }

    /// <summary>One for each role that has one.</summary>
    public IReadOnlyList<ModelEntry> Recommended(MachineProfile machine) =>
        [.. For(machine).Where(advised => advised.Recommended).Select(advised => advised.Entry)];

    private static bool Fits(ModelEntry entry, MachineProfile machine) => entry.MemoryMiB <= machine.FreeMiB;

    private static bool Holds(ModelEntry entry, ModelWish wish, MachineProfile machine) =>
        (wish.OrGpu && machine.HasGpu) || (machine.Cores >= wish.Cores && machine.FreeMiB - entry.MemoryMiB >= wish.SpareMiB);

    private static AdvisedModel Advise(ModelEntry entry, MachineProfile machine, ModelEntry? chosen)
    {
        if (!Fits(entry, machine))
        {
            return new AdvisedModel(entry, false, false, $"It needs {entry.MemoryMiB:N0} MiB of memory, and {machine.FreeMiB:N0} MiB are free.");
        }
        if (entry.Wish is not { } wish)
        {
            return new AdvisedModel(entry, true, false, $"It fits. {entry.GoodFor}");
        }
        if (entry == chosen)
        {
            return new AdvisedModel(entry, true, true, $"The best here. {entry.GoodFor}");
        }
        var why = Holds(entry, wish, machine)
            ? $"It fits, but {chosen!.Name} is the better one here."
            : $"It fits, but it wants {Wishes(wish)}, and here are {machine.Cores} cores and {machine.FreeMiB - entry.MemoryMiB:N0} MiB.";
        return new AdvisedModel(entry, true, false, why);
    }

    private static string Wishes(ModelWish wish) =>
        $"{wish.Cores} {(wish.Cores == 1 ? "core" : "cores")} and {wish.SpareMiB:N0} MiB beyond its own need{(wish.OrGpu ? ", or a graphics card" : "")}";
}
