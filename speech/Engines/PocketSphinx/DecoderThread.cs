using System.Collections.Concurrent;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Threads;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>A decoder and the thread that it lives on. Work is done in the order in which it came.</summary>
internal sealed class DecoderThread
{
    private readonly BlockingCollection<Action<SphinxDecoder>> work = [];
    private readonly PocketSphinxOptions options;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile SphinxDecoder? decoder;

    public DecoderThread(PocketSphinxOptions options, int number)
    {
        this.options = options;
        new Thread(Run) { IsBackground = true, Name = $"pocketsphinx {number}" }.Start();
    }

    /// <summary>Done when the decoder has loaded; failed when it could not.</summary>
    public Task Ready => ready.Task;

    /// <summary>What the decoder was prepared for last.</summary>
    public string? LeanedTo => decoder?.LeanedTo;

    /// <summary>Nothing waits behind the work that is being done.</summary>
    public bool IsIdle => work.Count == 0;

    /// <returns>False when the thread has been stopped.</returns>
    public bool Post(Action<SphinxDecoder> action)
    {
        try
        {
            work.Add(action);
            return true;
        }
        catch (InvalidOperationException) when (work.IsAddingCompleted)
        {
            return false;
        }
    }

    /// <exception cref="ObjectDisposedException">The recogniser was disposed meanwhile.</exception>
    public Task<T> CallAsync<T>(Func<SphinxDecoder, T> function)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var posted = Post(decoder =>
        {
            try
            {
                var result = function(decoder);
                Complete(() => done.SetResult(result));
            }
            catch (InvalidOperationException e)
            {
                Complete(() => done.SetException(e));
            }
        });
        if (!posted)
        {
            done.SetException(new ObjectDisposedException(nameof(PocketSphinxRecognizer)));
        }
        return done.Task;
    }

    public Task StopAsync()
    {
        work.CompleteAdding();
        return ended.Task;
    }

    private void Run()
    {
        if (options.GivesWay)
        {
            YieldingThread.GiveWay();
        }
        try
        {
            using var loaded = new SphinxDecoder(options);
            decoder = loaded;
            Complete(ready.SetResult);
            foreach (var action in work.GetConsumingEnumerable())
            {
                action(loaded);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or DllNotFoundException or EntryPointNotFoundException)
        {
            Complete(() => ready.TrySetException(e));
        }
        finally
        {
            Complete(ended.SetResult);
        }
    }

    /// <summary>What waits is in a hurry, even where the decoder is not.</summary>
    private void Complete(Action completion)
    {
        if (options.GivesWay)
        {
            YieldingThread.HandOver(completion);
        }
        else
        {
            completion();
        }
    }
}
