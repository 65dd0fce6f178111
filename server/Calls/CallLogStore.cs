using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Writes a call's log to the database as the call goes, a few times a second. A database that fails is tried again;
/// the events wait in memory meanwhile, and the call is told once.
/// </summary>
public sealed partial class CallLogStore : IAsyncDisposable
{
    private readonly Channel<CallEvent> _queue = Channel.CreateUnbounded<CallEvent>(new() { SingleReader = true });
    private readonly CallId _callId;
    private readonly Guid _tenantId;
    private readonly TrainingDbFactory _databases;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger _logger;
    private readonly Action<string> _failed;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _writing;

    /// <param name="failed">Called once for a run of failures, with a sentence for the trainee.</param>
    public CallLogStore(CallId callId, Guid tenantId, TrainingDbFactory databases, TimeProvider time, CallOptions options, ILogger logger, Action<string> failed)
    {
        (_callId, _tenantId, _databases, _time, _logger, _failed) = (callId, tenantId, databases, time, logger, failed);
        _every = TimeSpan.FromMilliseconds(options.StoreEveryMs);
        _writing = WriteAsync();
    }

    public void Add(CallEvent callEvent)
    {
        if (callEvent.IsKept)
        {
            _queue.Writer.TryWrite(callEvent);
        }
    }

    /// <summary>Writes what is left and stops. Gives up after a few tries so that a dead database cannot hold the server.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stopping.CancelAsync();
        await _writing;
        _stopping.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<CallEvent>();
        var failures = 0;
        while (batch.Count > 0 || await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < 500 && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }
            try
            {
                await using var db = _databases.Create(_tenantId);
                db.CallEvents.AddRange(batch.Select(Row));
                await db.SaveChangesAsync();
                batch.Clear();
                failures = 0;
            }
            catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException or IOException or InvalidOperationException or TimeoutException)
            {
                failures++;
                LogNotStored(_logger, failures, exception);
                if (failures == 1)
                {
                    _failed("This call is not being stored at the moment. Carry on: it is kept and will be stored as soon as that works again.");
                }
                if (_stopping.IsCancellationRequested && failures > 5)
                {
                    return;
                }
            }
            await PauseAsync(failures);
        }
    }

    private async Task PauseAsync(int failures)
    {
        var pause = _every * Math.Min(10, failures + 1);
        // While stopping only failures wait, so that a dead database is not hammered.
        if (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(pause, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private CallEventRow Row(CallEvent callEvent) => new()
    {
        CallId = _callId.Value,
        Seq = callEvent.Seq,
        TenantId = _tenantId,
        AtMs = callEvent.AtMs,
        Type = callEvent.GetType().Name,
        Json = JsonSerializer.Serialize(callEvent, Json.Options),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The log of a call could not be stored (try {Failures}).")]
    private static partial void LogNotStored(ILogger logger, int failures, Exception exception);
}
