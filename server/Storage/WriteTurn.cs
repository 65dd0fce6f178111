namespace RealtimeTraining.Server.Storage;

/// <summary>
/// Where the store takes one writer at a time, the others wait here and hold no thread meanwhile. Waiting inside of SQLite
/// does hold one, and a few dozen calls that wait so leave none to send their sound. Singleton, thread-safe.
/// </summary>
public sealed class WriteTurn(IStoreEngine store) : IDisposable
{
    private readonly SemaphoreSlim? _turn = store.TakesOneWriter ? new(1, 1) : null;

    /// <summary>Waits for its turn, and gives it back when disposed.</summary>
    public async ValueTask<IDisposable?> TakeAsync(CancellationToken cancellationToken)
    {
        if (_turn is null)
        {
            return null;
        }
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
