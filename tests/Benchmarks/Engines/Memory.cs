using System.Globalization;

namespace RealtimeTraining.Benchmarks.Engines;

/// <summary>What this process holds in memory, native libraries and mapped models included.</summary>
internal static class Memory
{
    public static double ResidentMib => Read("VmRSS:");

    public static double PeakMib => Read("VmHWM:");

    private static double Read(string name) =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kib, ..]
            ? double.Parse(kib.Trim(), CultureInfo.InvariantCulture) / 1024
            : 0;
}
