namespace RealtimeTraining.Models.Catalogue;

/// <summary>What this machine, or the container around the process, has for models. Immutable.</summary>
/// <param name="Cores">That the process may use, at least 1.</param>
/// <param name="TotalMiB">Memory, or the container's limit.</param>
/// <param name="FreeMiB">Of it, what can be had now.</param>
/// <param name="HasCuda">The CUDA driver is installed.</param>
/// <param name="HasVulkan">The Vulkan loader is installed, and there is a device for it to find.</param>
public sealed record MachineProfile(int Cores, int TotalMiB, int FreeMiB, bool HasCuda = false, bool HasVulkan = false)
{
    /// <summary>Something that a GPU build of an engine could run on.</summary>
    public bool HasGpu => HasCuda || HasVulkan;

    /// <summary>A sentence for people.</summary>
    public string Says => $"{Cores} {(Cores == 1 ? "core" : "cores")}, {FreeMiB:N0} of {TotalMiB:N0} MiB of memory free, "
        + (HasCuda ? "CUDA" : HasVulkan ? "a graphics card (Vulkan)" : "no graphics card that could help") + ".";

    /// <summary>Looks now. Takes a few milliseconds.</summary>
    public static MachineProfile Read() => new MachineReader().Read();
}
