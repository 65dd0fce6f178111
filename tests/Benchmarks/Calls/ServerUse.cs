using System.Diagnostics;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>Processor and memory of the server while something goes on.</summary>
/// <param name="Cores">Processor time per time.</param>
public sealed record ServerUse(double Cores, double PeakMib)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static async Task<ServerUse> WhileAsync(ServerProcess server, Task work)
    {
        var (began, used, peak) = (Stopwatch.GetTimestamp(), server.ProcessorTime, 0L);
        do
        {
            peak = Math.Max(peak, server.ResidentBytes);
            await Task.WhenAny(work, Task.Delay(LookEvery));
        }
        while (!work.IsCompleted);
        return new ServerUse((server.ProcessorTime - used) / Stopwatch.GetElapsedTime(began), peak / (1024.0 * 1024));
    }
}
