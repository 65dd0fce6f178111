using System.Text.Json;

namespace RealtimeTraining.Models.Engines;

/// <summary>
/// The time limits of one exchange: in all, and for the next thing to come. One caller at a time. Time that the caller
/// takes between two things does not count for the second limit.
/// </summary>
public sealed class RemoteDeadline : IDisposable
{
    private readonly CancellationTokenSource total;
    private readonly CancellationTokenSource step;
    private readonly CancellationTokenSource either;
    private readonly CancellationToken caller;
    private readonly string server;
    private string awaited = "an answer";
    private TimeSpan allowed;

    /// <param name="server">As in <see cref="RemoteServer.Display"/>, for the message.</param>
    /// <param name="inAll">Infinite for no limit.</param>
    public RemoteDeadline(string server, TimeSpan inAll, TimeProvider time, CancellationToken caller)
    {
        this.server = server;
        this.caller = caller;
        InAll = inAll;
        total = new CancellationTokenSource(inAll, time);
        step = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(caller, total.Token, step.Token);
    }

    public TimeSpan InAll { get; }

    public CancellationToken Token => either.Token;

    /// <summary>From now on this may take so long.</summary>
    /// <param name="what">"the first words", for the message.</param>
    public void Await(string what, TimeSpan atMost)
    {
        (awaited, allowed) = (what, atMost);
        step.CancelAfter(atMost);
    }

    /// <summary>It came.</summary>
    public void Arrived() => step.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Takes a step of the exchange; what goes wrong comes out explained.</summary>
    public async Task<T> Explained<T>(Func<CancellationToken, Task<T>> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        try
        {
            return await step(Token);
        }
        catch (Exception e) when (Covers(e))
        {
            throw Explain(e);
        }
    }

    /// <summary>Whether a failure can come from the connection, a limit or broken JSON, and so be explained.</summary>
    public static bool Covers(Exception failure) => failure is RemoteServerException or OperationCanceledException
        or IOException or HttpRequestException or JsonException or InvalidDataException;

    /// <summary>What a failure really was: the caller's wish, a limit, or the connection's or the answer's fault.</summary>
    public Exception Explain(Exception failure)
    {
        if (caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The request was cancelled.", failure, caller);
        }
        if (step.IsCancellationRequested)
        {
            return new RemoteServerException(RemoteFailure.TimedOut,
                $"{server} let {awaited} wait for more than {allowed.TotalMilliseconds:N0} ms: it may be overloaded.", cause: failure);
        }
        if (total.IsCancellationRequested)
        {
            return new RemoteServerException(RemoteFailure.TimedOut,
                $"{server} had not finished after {InAll.TotalMilliseconds:N0} ms: it may be overloaded.", cause: failure);
        }
        return failure switch
        {
            RemoteServerException => failure,
            { InnerException: RemoteServerException told } => told,
            IOException or HttpRequestException or { InnerException: IOException or HttpRequestException } => new RemoteServerException(RemoteFailure.BrokenOff,
                $"{server} broke off its answer.", cause: failure),
            _ => new RemoteServerException(RemoteFailure.NotUnderstood,
                $"{server} sent an answer that is not of the OpenAI form: check BaseUrl.", cause: failure),
        };
    }

    public void Dispose()
    {
        either.Dispose();
        step.Dispose();
        total.Dispose();
    }
}
