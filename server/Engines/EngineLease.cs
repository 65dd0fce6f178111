namespace RealtimeTraining.Server.Engines;

/// <summary>The use of an engine. Disposing it gives the engine back; one that nobody uses or chose is unloaded.</summary>
public sealed class EngineLease<TPort>(TPort port, Func<ValueTask> giveBack) : IAsyncDisposable
    where TPort : class
{
    private int _givenBack;

    public TPort Port => port;

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _givenBack, 1) == 0 ? giveBack() : ValueTask.CompletedTask;
}
