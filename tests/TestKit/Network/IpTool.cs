using System.ComponentModel;
using System.Diagnostics;

namespace RealtimeTraining.TestKit.Network;

/// <summary>The system's <c>ip</c> command.</summary>
internal static class IpTool
{
    /// <exception cref="InvalidOperationException">It failed; the message says what it said.</exception>
    public static void Do(params string[] arguments)
    {
        if (Try(arguments) is { } failure)
        {
            throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: {failure}");
        }
    }

    /// <returns>What it said when it failed; null when it did not.</returns>
    public static string? Try(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var said = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : said;
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
