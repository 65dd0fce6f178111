using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Threads;

/// <summary>Threads that give way to all others on the machine: for work that can wait, beside calls that cannot.</summary>
public static partial class YieldingThread
{
    /// <summary>The least urgent that Linux knows; other than POSIX has it, a single thread can be that (setpriority(2)).</summary>
    private const int Nicest = 19;
    private const int PrioProcess = 0;

    /// <summary>Makes the calling thread give way from now on. There is no way back, so it must not be one of a pool.</summary>
    public static void GiveWay()
    {
        // Nothing on Linux, where the runtime leaves all threads alike.
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        if (OperatingSystem.IsLinux())
        {
            // 0 is the calling thread. Where a system does not allow it, the work is as urgent as it was.
            _ = SetPriority(PrioProcess, 0, Nicest);
        }
    }

    /// <summary>Does long work on a thread of its own that gives way, and ends.</summary>
    public static Task<T> RunAsync<T>(Func<T> work) => Task.Factory.StartNew(
        () =>
        {
            GiveWay();
            return work();
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
