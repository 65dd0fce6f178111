using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class MachineReaderTests : IDisposable
{
    private readonly TestFolder _root = new();

    public MachineReaderTests() => Write("proc/meminfo", "MemTotal:       16777216 kB\nMemFree:         1048576 kB\nMemAvailable:    8388608 kB\n");

    public void Dispose() => _root.Dispose();

    [Fact]
    public void WithoutLimits_ItIsTheMachines()
    {
        Write("proc/self/cgroup", "0::/\n");
        Write("sys/fs/cgroup/memory.max", "max\n");
        Write("sys/fs/cgroup/cpu.max", "max 100000\n");
        Assert.Equal(new MachineProfile(8, 16384, 8192), Read());
    }

    [Fact]
    public void AContainersLimits_Count_WithoutItsFileCache()
    {
        Write("proc/self/cgroup", "0::/\n");
        Write("sys/fs/cgroup/memory.max", "4294967296\n");
        Write("sys/fs/cgroup/memory.current", "3221225472\n");
        Write("sys/fs/cgroup/memory.stat", "anon 5\ninactive_file 1073741824\nactive_file 7\n");
        Write("sys/fs/cgroup/cpu.max", "250000 100000\n");
        Assert.Equal(new MachineProfile(2, 4096, 2048), Read());
    }

    [Fact]
    public void TheNarrowestGroupOnTheWayUp_Counts()
    {
        Write("proc/self/cgroup", "1:name=systemd:/x\n0::/slice/service\n");
        Write("sys/fs/cgroup/slice/memory.max", "2147483648\n");
        Write("sys/fs/cgroup/slice/memory.current", "0\n");
        Write("sys/fs/cgroup/slice/service/memory.max", "3221225472\n");
        Write("sys/fs/cgroup/slice/service/cpu.max", "50000 100000\n");
        Assert.Equal(new MachineProfile(1, 2048, 2048), Read());
    }

    [Fact]
    public void Nonsense_IsNoLimit()
    {
        Write("proc/self/cgroup", "0::/\n");
        Write("sys/fs/cgroup/memory.max", "lots\n");
        Write("sys/fs/cgroup/cpu.max", "100000 0\n");
        Assert.Equal(new MachineProfile(8, 16384, 8192), Read());
    }

    [Fact]
    public void AGraphicsCard_IsOneThatADriverOrADeviceShows()
    {
        Assert.True(Read("libcuda.so.1").HasCuda);
        Assert.False(Read("libvulkan.so.1").HasGpu);
        Write("dev/dri/renderD128", "");
        Assert.True(Read("libvulkan.so.1").HasVulkan);
        Assert.False(Read().HasGpu);
    }

    [Fact]
    public void ThisMachine_CanBeRead()
    {
        var machine = MachineProfile.Read();
        Assert.InRange(machine.Cores, 1, Environment.ProcessorCount);
        Assert.InRange(machine.FreeMiB, 1, machine.TotalMiB);
    }

    private MachineProfile Read(params string[] libraries) => new MachineReader(_root.Path, 8, libraries.Contains).Read();

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
