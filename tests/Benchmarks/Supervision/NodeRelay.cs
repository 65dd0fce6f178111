using System.Diagnostics;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>A plain relay of the same streams on Node, as one would otherwise write it: <c>ws</c> or <c>socket.io</c>.</summary>
public static class NodeRelay
{
    public static readonly IReadOnlyList<string> Peers = ["ws", "socket.io"];

    private static string Folder => Checkout.Path("tests", "Benchmarks", "Supervision", "relays");

    /// <summary>Restores the relays' packages into a folder that nothing else uses.</summary>
    /// <returns>Why they cannot run; null when they can.</returns>
    public static async Task<string?> RestoreAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "ws")) && Directory.Exists(Path.Combine(Folder, "node_modules", "socket.io")))
        {
            return null;
        }
        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        return npm.ExitCode == 0 ? null : $"npm could not restore ws and socket.io: {said.Trim()}";
    }

    public static Task<RelayedServer> StartAsync(string peer) => RelayedServer.StartAsync("node", Path.Combine(Folder, "relay.mjs"), peer);
}
