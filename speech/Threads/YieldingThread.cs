using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Threads;

/// <summary>
/// Threads that give way to all others on the machine: for work that can wait, beside calls that cannot. On Linux a thread is as
/// nice as the one that made it, and the pool makes a thread where work is queued to it. So one that gives way must not
/// complete what others wait for: it hands that over to a thread that is as urgent as any.
/// </summary>
public static partial class YieldingThread
{
    /// <summary>The least urgent that Linux knows; other than POSIX has it, a single thread can be that (setpriority(2)).</summary>
    private const int Nicest = 19;
    private const int PrioProcess = 0;

    private static readonly BlockingCollection<Action> completions = [];

    // Runs before the first thread gives way, so the thread it makes is as urgent as any.
    static YieldingThread() => new Thread(Complete) { IsBackground = true, Name = "completions" }.Start();

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

    /// <summary>Lets a thread that does not give way do what others may wait for. It must be short, and must not throw.</summary>
    public static void HandOver(Action completion) => completions.Add(completion);

    /// <summary>Does long work on a thread of its own that gives way, and ends. What waits for it does not give way.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = new Task<T>(work);
        new Thread(() =>
        {
            GiveWay();
            task.RunSynchronously();
            HandOver(() => done.SetFromTask(task));
        })
        { IsBackground = true, Name = "gives way" }.Start();
        return done.Task;
    }

    private static void Complete()
    {
        foreach (var completion in completions.GetConsumingEnumerable())
        {
            completion();
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
