using System.Diagnostics;

namespace RealtimeTraining.TestKit.Network;

/// <summary>
/// A browser in a network namespace of its own, with one cable to this machine's servers, whose packets are lost and held
/// by <see cref="CableDirection"/>. Both ends are the kernel's own IP, so TCP retransmits and blocks, and UDP loses, as on
/// a real network; nothing of it is modelled here but the cable. Needs root and Linux' TUN devices, and no netem.
/// </summary>
public sealed class TroubledNetwork : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _namespace = $"rt{Environment.ProcessId}";
    private readonly TunDevice _near;
    private readonly TunDevice _far;
    private readonly CableDirection _up;
    private readonly CableDirection _down;

    public TroubledNetwork()
    {
        // Of the block for tests of networks (RFC 2544), so of nobody's own network.
        var net = $"198.18.{Environment.ProcessId % 250}";
        ServerAddress = $"{net}.1";
        var (near, far) = ($"rt{Environment.ProcessId}s", $"rt{Environment.ProcessId}b");
        (_near, _far) = (new TunDevice(near), new TunDevice(far));
        Ip("netns", "add", _namespace);
        Ip("link", "set", far, "netns", _namespace);
        Ip("address", "add", $"{ServerAddress}/30", "dev", near);
        Ip("link", "set", near, "up");
        Ip("-n", _namespace, "address", "add", $"{net}.2/30", "dev", far);
        Ip("-n", _namespace, "link", "set", far, "up");
        Ip("-n", _namespace, "link", "set", "lo", "up");
        Ip("-n", _namespace, "route", "add", "default", "via", ServerAddress);
        _up = new CableDirection(_far, _near, "up");
        _down = new CableDirection(_near, _far, "down");
    }

    /// <summary>What the machine lacks, and the cure; null when it can be made.</summary>
    public static string? WhyNot =>
        !File.Exists(TunDevice.Path) ? $"This machine has no {TunDevice.Path}, through which the network's trouble is made."
        : Environment.UserName != "root" ? "A network with trouble needs root: run it with sudo."
        : Run("ip", "netns", "list") is { } failure ? $"Network namespaces cannot be used here (Debian: apt-get install iproute2): {failure}" : null;

    /// <summary>Where servers listen for the browser.</summary>
    public string ServerAddress { get; }

    /// <summary>Sent by the browser so far, whole IP packets.</summary>
    public long BytesUp => _up.Bytes;

    public long BytesDown => _down.Bytes;

    /// <summary>From now on.</summary>
    public void Set(NetworkTrouble trouble, int seed)
    {
        _up.Set(trouble, seed);
        _down.Set(trouble, seed + 1);
    }

    /// <summary>A script that starts a program on the browser's side of the cable.</summary>
    public string Launcher(string program)
    {
        var path = Path.Combine(_folder.Path, "launch.sh");
        File.WriteAllText(path, $"#!/bin/sh\nexec ip netns exec {_namespace} {program} \"$@\"\n");
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
        Run("ip", "netns", "delete", _namespace);
        _folder.Dispose();
    }

    private static void Ip(params string[] arguments)
    {
        if (Run("ip", arguments) is { } failure)
        {
            throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: {failure}");
        }
    }

    /// <returns>What it said when it failed; null when it did not.</returns>
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var said = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : said;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
