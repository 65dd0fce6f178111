using System.Globalization;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.Flite;

/// <summary>Looks at the memory of the whole process, so nothing else may run meanwhile.</summary>
[Collection(AloneCollection.Name)]
public sealed class FliteMemoryTests
{
    [FliteFact]
    public async Task HundredsOfUtterances_LeakNothing()
    {
        // What .NET has not collected yet is no leak; what flite keeps is.
        static long ResidentKb()
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }

        for (var i = 0; i < 100; i++)
        {
            await Spoken.SayAsync("Yes, that is right.", "kal16");
        }
        var before = ResidentKb();

        for (var i = 0; i < 600; i++)
        {
            await Spoken.SayAsync("Yes, that is right.", "kal16");
        }

        // 600 clips are 30 MB of samples.
        Assert.InRange(ResidentKb() - before, -1_000_000, 15_000);
    }
}
