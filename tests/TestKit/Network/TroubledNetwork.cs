namespace RealtimeTraining.TestKit.Network;

/// <summary>
/// A browser in a network namespace of its own, with one cable at a time to this machine's servers, whose packets are lost
/// and held by <see cref="CableDirection"/>. Both ends are the kernel's own IP, so TCP retransmits and blocks, and UDP loses,
/// as on a real network; nothing of it is modelled here but the cable. Needs root and Linux' TUN devices, and no netem.
/// </summary>
public sealed class TroubledNetwork : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _name = $"rt{Environment.ProcessId}";
    private readonly int _net = Environment.ProcessId % 250;
    private readonly TunDevice _near;
    private readonly CableDirection _down;
    private TunDevice _far;
    private CableDirection _up;
    private (NetworkTrouble Trouble, int Seed) _now = (NetworkTrouble.None, 0);
    private long _bytesUpBefore;

    public TroubledNetwork()
    {
        IpTool.Do("netns", "add", _name);
        IpTool.Do("-n", _name, "link", "set", "lo", "up");
        _near = new TunDevice(_name + "s");
        IpTool.Do("link", "set", _name + "s", "up");
        _far = PlugIn("b", $"198.18.{_net}");
        _up = new CableDirection(_far, _near, "up");
        _down = new CableDirection(_near, _far, "down");
    }

    /// <summary>What the machine lacks, and the cure; null when it can be made.</summary>
    public static string? WhyNot =>
        !File.Exists(TunDevice.Path) ? $"This machine has no {TunDevice.Path}, through which the network's trouble is made."
        : Environment.UserName != "root" ? "A network with trouble needs root: run it with sudo."
        : IpTool.Try("netns", "list") is { } failure ? $"Network namespaces cannot be used here (Debian: apt-get install iproute2): {failure}" : null;

    /// <summary>Where servers listen for the browser, by whatever cable it comes.</summary>
    public string ServerAddress => $"198.18.{_net}.1";

    /// <summary>Sent by the browser so far, whole IP packets.</summary>
    public long BytesUp => _bytesUpBefore + _up.Bytes;

    public long BytesDown => _down.Bytes;

    /// <summary>From now on.</summary>
    public void Set(NetworkTrouble trouble, int seed)
    {
        _now = (trouble, seed);
        _up.Set(trouble, seed);
        _down.Set(trouble, seed + 1);
    }

    /// <summary>
    /// The browser loses its cable and gets another, with another address, as when somebody goes from Wi-Fi to a cable: no
    /// connection that it had goes on. Once.
    /// </summary>
    public void Move()
    {
        IpTool.Do("-n", _name, "address", "flush", "dev", _name + "b");
        IpTool.Do("-n", _name, "link", "set", _name + "b", "down");
        _up.Dispose();
        _bytesUpBefore = _up.Bytes;
        var before = _far;
        _far = PlugIn("m", $"198.19.{_net}");
        _up = new CableDirection(_far, _near, "up");
        _up.Set(_now.Trouble, _now.Seed);
        _down.TurnTo(_far);
        before.Dispose();
    }

    /// <summary>A script that starts a program on the browser's side of the cable.</summary>
    public string Launcher(string program)
    {
        var path = Path.Combine(_folder.Path, "launch.sh");
        File.WriteAllText(path, $"#!/bin/sh\nexec ip netns exec {_name} {program} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return path;
    }

    public void Dispose()
    {
        _up.Dispose();
        _down.Dispose();
        _near.Dispose();
        _far.Dispose();
        IpTool.Try("netns", "delete", _name);
        _folder.Dispose();
    }

    // Addresses of the block for tests of networks (RFC 2544), so of nobody's own network.
    private TunDevice PlugIn(string end, string net)
    {
        var far = new TunDevice(_name + end);
        IpTool.Do("link", "set", _name + end, "netns", _name);
        IpTool.Do("address", "add", $"{net}.1/30", "dev", _name + "s");
        IpTool.Do("-n", _name, "address", "add", $"{net}.2/30", "dev", _name + end);
        IpTool.Do("-n", _name, "link", "set", _name + end, "up");
        IpTool.Do("-n", _name, "route", "add", "default", "via", $"{net}.1");
        return far;
    }
}
