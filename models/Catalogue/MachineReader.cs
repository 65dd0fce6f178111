using System.Globalization;
using System.Runtime.InteropServices;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// Reads /proc and the limits of cgroup v2 (https://docs.kernel.org/admin-guide/cgroup-v2.html: memory.max, memory.current, cpu.max).
/// Elsewhere it asks the runtime.
/// </summary>
internal sealed class MachineReader
{
    private const int KiBPerMiB = 1024;
    private const long BytesPerMiB = 1 << 20;

    private readonly string _root;
    private readonly int _processors;
    private readonly Func<string, bool> _canLoad;

    public MachineReader()
        : this("/", Environment.ProcessorCount, CanLoad)
    {
    }

    /// <param name="root">Where proc, sys and dev lie.</param>
    /// <param name="processors">That the scheduler lets the process use.</param>
    /// <param name="canLoad">Whether a native library is there.</param>
    internal MachineReader(string root, int processors, Func<string, bool> canLoad) => (_root, _processors, _canLoad) = (root, processors, canLoad);

    public MachineProfile Read()
    {
        var (total, free) = Memory();
        double cores = _processors;
        foreach (var group in Groups())
        {
            if (Limit(group) is { } limit)
            {
                total = Math.Min(total, limit / BytesPerMiB);
                free = Math.Min(free, Math.Max(0, limit - Used(group)) / BytesPerMiB);
            }
            cores = Math.Min(cores, Quota(group) ?? cores);
        }
        var vulkan = OperatingSystem.IsWindows() ? _canLoad("vulkan-1.dll") : _canLoad("libvulkan.so.1") && HasRenderDevice();
        return new MachineProfile(
            Math.Max(1, (int)cores), (int)Math.Min(int.MaxValue, total), (int)Math.Min(int.MaxValue, free),
            _canLoad(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1"), vulkan);
    }

    private (long TotalMiB, long FreeMiB) Memory()
    {
        long? total = null, free = null;
        foreach (var line in Lines("proc/meminfo"))
        {
            // MemTotal:       24683704 kB
            if (line.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries) is [var name, var number, ..] && long.TryParse(number, CultureInfo.InvariantCulture, out var kib))
            {
                total = name == "MemTotal" ? kib / KiBPerMiB : total;
                free = name == "MemAvailable" ? kib / KiBPerMiB : free;
            }
        }
        var runtime = GC.GetGCMemoryInfo();
        total ??= runtime.TotalAvailableMemoryBytes / BytesPerMiB;
        return (total.Value, free ?? Math.Max(0, runtime.TotalAvailableMemoryBytes - runtime.MemoryLoadBytes) / BytesPerMiB);
    }

    /// <summary>The process's own group and those around it; each may set a limit.</summary>
    private IEnumerable<string> Groups()
    {
        var own = Lines("proc/self/cgroup").FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?[4..];
        if (own is null)
        {
            yield break;
        }
        // In a container the path may be the host's; then only the top is there.
        for (var folder = own; folder.Length > 0; folder = Path.GetDirectoryName(folder) ?? "")
        {
            yield return Path.Combine("sys/fs/cgroup", folder);
        }
        yield return "sys/fs/cgroup";
    }

    private long? Limit(string group) => Number(Path.Combine(group, "memory.max"));

    /// <summary>Without the file cache that the kernel gives back when asked.</summary>
    private long Used(string group)
    {
        var cache = Lines(Path.Combine(group, "memory.stat"))
            .Where(line => line.StartsWith("inactive_file ", StringComparison.Ordinal))
            .Select(line => long.TryParse(line.AsSpan(14), CultureInfo.InvariantCulture, out var bytes) ? bytes : 0).FirstOrDefault();
        return (Number(Path.Combine(group, "memory.current")) ?? 0) - cache;
    }

    /// <summary>cpu.max: "200000 100000" is two cores, "max 100000" is no limit.</summary>
    private double? Quota(string group) =>
        Lines(Path.Combine(group, "cpu.max")).FirstOrDefault()?.Split(' ') is [var quota, var period]
        && long.TryParse(quota, CultureInfo.InvariantCulture, out var allowed) && long.TryParse(period, CultureInfo.InvariantCulture, out var of) && of > 0
            ? (double)allowed / of : null;

    private long? Number(string path) => long.TryParse(Lines(path).FirstOrDefault(), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The Vulkan loader comes with many programs; a device does not.</summary>
    private bool HasRenderDevice()
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(_root, "dev/dri"), "renderD*").Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(_root, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool CanLoad(string library)
    {
        if (!NativeLibrary.TryLoad(library, out var handle))
        {
            return false;
        }
        NativeLibrary.Free(handle);
        return true;
    }
}
