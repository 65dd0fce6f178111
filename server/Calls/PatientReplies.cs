using RealtimeTraining.Server.Patients;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// The patient's replies as they are made, one after the other: the one that is spoken, and before the trainee's turn is
/// over the one that would be. Called from the conversation's loop.
/// </summary>
internal sealed class PatientReplies(CallParts parts, Playout playout, Action<CallCommand> tell) : IAsyncDisposable
{
    private PreparedReply? _prepared;
    private CancellationTokenSource? _stopping;
    private Task _speaking = Task.CompletedTask;

    /// <summary>Being made or spoken; null when the patient has nothing to say.</summary>
    public ReplySpeaker? Current { get; private set; }

    /// <summary>A reply is being written or made into sound.</summary>
    public bool IsMaking => !Volatile.Read(ref _speaking).IsCompleted;

    /// <summary>Decides and begins to make the reply to a turn that may not be over, without a word of it to anybody.</summary>
    /// <param name="recent">The end of the log, with what was heard.</param>
    public void Prepare(HeardTurn turn, IReadOnlyList<CallEvent> recent)
    {
        Drop();
        var tentative = parts.Mind.Try(turn);
        var stopping = new CancellationTokenSource();
        var making = Task.CompletedTask;
        ReplySpeaker? reply = null;
        if (tentative.Decision.Line.Length > 0)
        {
            reply = new ReplySpeaker(parts, playout, tell, turn.Utterance + 1, tentative.Decision);
            _speaking = making = MakeAsync(reply, [.. recent, .. tentative.Decision.Events], _speaking, stopping.Token);
        }
        _prepared = new PreparedReply(turn, tentative, reply, making, stopping);
    }

    /// <summary>What the patient would decide if the turn were over; nothing is. Null where a reply is prepared to other words.</summary>
    public PatientDecision? Foresee(HeardTurn turn)
    {
        if (_prepared is { } prepared)
        {
            return prepared.Heard.Text == turn.Text ? prepared.Tentative.Decision : null;
        }
        var tentative = parts.Mind.Try(turn);
        tentative.TakeBack();
        return tentative.Decision;
    }

    /// <summary>The reply that was prepared for just this turn, or null. One whose making failed is made anew, where the trainee is told.</summary>
    public PreparedReply? Take(HeardTurn turn)
    {
        if (_prepared is { } prepared && prepared.Heard == turn && !prepared.Making.IsFaulted)
        {
            _prepared = null;
            return prepared;
        }
        Drop();
        return null;
    }

    /// <summary>The turn was not over: nothing was decided.</summary>
    public void Drop()
    {
        if (_prepared is { } prepared)
        {
            _prepared = null;
            prepared.Stopping.Cancel();
            prepared.Stopping.Dispose();
            prepared.Tentative.TakeBack();
        }
    }

    /// <summary>Lets a reply be heard, which is made now unless it was prepared.</summary>
    /// <param name="recent">The end of the log.</param>
    public ReplySpeaker Speak(PatientDecision decision, int utterance, IReadOnlyList<CallEvent> recent, PreparedReply? prepared)
    {
        _stopping?.Dispose();
        _stopping = prepared?.Stopping ?? new CancellationTokenSource();
        var reply = prepared?.Reply ?? new ReplySpeaker(parts, playout, tell, utterance, decision);
        _speaking = FollowAsync(reply, prepared?.Making ?? MakeAsync(reply, recent, _speaking, _stopping.Token), _stopping.Token);
        Current = reply;
        reply.LetGo();
        return reply;
    }

    /// <summary>No more of it is made.</summary>
    public void Stop()
    {
        _stopping?.Cancel();
        Current = null;
    }

    public void Finished() => Current = null;

    public async ValueTask DisposeAsync()
    {
        _prepared?.Stopping.Cancel();
        _stopping?.Cancel();
        await _speaking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _prepared?.Stopping.Dispose();
        _stopping?.Dispose();
    }

    private static async Task MakeAsync(ReplySpeaker reply, IReadOnlyList<CallEvent> recent, Task before, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await reply.SpeakAsync(recent, cancellationToken);
    }

    private async Task FollowAsync(ReplySpeaker reply, Task making, CancellationToken cancellationToken)
    {
        try
        {
            await making;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Interrupted: what was heard of it is in the log.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            playout.Complete(reply.Utterance);
            tell(new CallCommand.Notice("voiceFailed", "The patient's voice failed; read what was said."));
            tell(new CallCommand.PatientSaid(reply.Utterance, reply.Decision.Line, IsWhole: true));
            tell(new CallCommand.PatientFinished(reply.Utterance));
        }
    }
}
