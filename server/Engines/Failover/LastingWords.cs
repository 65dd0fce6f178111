using Microsoft.Extensions.AI;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;

namespace RealtimeTraining.Server.Engines.Failover;

/// <summary>
/// One call's patient words that outlive a broken engine: a turn in which the model fails goes on with the authored
/// line, and the next turns with the next model, or with the authored lines where none is left. One caller at a time.
/// </summary>
public sealed class LastingWords(
    EngineSuccession<IChatClient> engines, AuthoredReplyWriter authored, Func<IChatClient, Action<ReplyFallback>, IReplyWriter> over) : IReplyWriter, IAsyncDisposable
{
    /// <summary>A reply that is late once may be chance; an engine that is late so often in a row is too slow for a call.</summary>
    private const int LateInARow = 2;
    private IReplyWriter? _writer;
    private int _late;

    public IAsyncEnumerable<string> WriteAsync(ReplyRequest request, CancellationToken cancellationToken)
    {
        _writer ??= engines.Current is { } client ? over(client, OnFallback) : authored;
        return _writer.WriteAsync(request, cancellationToken);
    }

    public ValueTask DisposeAsync() => engines.DisposeAsync();

    private void OnFallback(ReplyFallback fallback)
    {
        if (!fallback.IsEngineFailure)
        {
            _late = 0;
            return;
        }
        if (fallback.Problem is ReplyProblem.FirstClauseLate or ReplyProblem.Stalled && ++_late < LateInARow)
        {
            return;
        }
        _late = 0;
        engines.MoveOn(fallback.Problem == ReplyProblem.ClientFailed ? "the model or its server failed" : "it took too long");
        _writer = null;
    }
}
