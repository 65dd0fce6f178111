using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// The patient's side of a conversation: the line that is being said, from its making to the last sound of it that was
/// heard, and what is left of a line that was cut off. Called from the conversation's loop.
/// </summary>
/// <param name="append">Writes an event to the call's log.</param>
internal sealed class PatientSide(CallParts parts, Playout playout, Silences silences, Action<CallCommand> tell, Action<CallEvent> append) : IAsyncDisposable
{
    /// <summary>How far the log and the recording may be apart.</summary>
    private const int AlignedMs = 40;
    private readonly CallClock _clock = parts.Clock;
    private readonly PatientReplies _replies = new(parts, playout, tell);
    private bool _replyLogged;
    private UtteranceSpoken? _planned;
    private string? _unheardRest;

    /// <summary>The patient can be heard.</summary>
    public bool Speaks { get; private set; }

    /// <summary>A line was decided on whose first sound is not there yet.</summary>
    public bool IsAboutToSpeak => _replies.Current is not null && !Speaks;

    public bool IsBusy => _replies.Current is not null || Speaks;

    /// <summary>A reply is being written or made into sound.</summary>
    public bool IsPreparing => _replies.IsMaking;

    /// <summary>What the patient said last.</summary>
    public string LastLine { get; private set; } = "";

    /// <summary>Where the time goes until the first sound of the reply; null when it answers nothing.</summary>
    public TurnWaterfall? Waterfall { get; set; }

    /// <summary>A line was cut off, and nothing was answered since.</summary>
    public bool HasUnheardRest => _unheardRest is { Length: > 0 };

    public ValueTask DisposeAsync() => _replies.DisposeAsync();

    /// <inheritdoc cref="PatientReplies.Prepare"/>
    public void Prepare(HeardTurn turn, IReadOnlyList<CallEvent> recent) => _replies.Prepare(turn, recent);

    /// <inheritdoc cref="PatientReplies.Foresee"/>
    public PatientDecision? Foresee(HeardTurn turn) => _replies.Foresee(turn);

    /// <inheritdoc cref="PatientReplies.Take"/>
    public PreparedReply? TakePrepared(HeardTurn turn) => _replies.Take(turn);

    /// <inheritdoc cref="PatientReplies.Drop"/>
    public void DropPrepared() => _replies.Drop();

    public void Decided()
    {
        if (Waterfall is { } waterfall)
        {
            waterfall.DecisionMs ??= _clock.NowMs;
        }
    }

    /// <returns>The number of the utterance, which is another where it was prepared so.</returns>
    /// <inheritdoc cref="PatientReplies.Speak"/>
    public int Say(PatientDecision decision, int utterance, IReadOnlyList<CallEvent> recent, PreparedReply? prepared)
    {
        _replyLogged = false;
        return _replies.Speak(decision, utterance, recent, prepared).Utterance;
    }

    public void Started(int utterance)
    {
        if (_replies.Current?.Utterance == utterance)
        {
            Speaks = true;
            silences.PatientSpeaks();
            append(new SpeechStarted(Party.Patient));
        }
    }

    public void Said(CallCommand.PatientSaid said)
    {
        if (_replies.Current is not { } reply || reply.Utterance != said.Utterance)
        {
            return;
        }
        if (said.IsWhole)
        {
            LogReply(reply, said.Text);
        }
        else
        {
            append(new PartialHeard(Party.Patient, said.Utterance, said.Text));
        }
    }

    /// <summary>The line was heard to its end.</summary>
    /// <returns>What it said; null where it was another line that is over already.</returns>
    public PatientDecision? Finished(CallCommand.PatientFinished finished)
    {
        if (_replies.Current is not { } reply || reply.Utterance != finished.Utterance)
        {
            return null;
        }
        LogReply(reply, reply.Text);
        LogMoved(finished.Heard);
        Timed(reply, null);
        _replies.Finished();
        Speaks = false;
        silences.Sound();
        append(new SpeechStopped(Party.Patient));
        return reply.Decision;
    }

    /// <summary>How far the browser is with it.</summary>
    public void Played(PlayedPosition position)
    {
        playout.Played(position);
        if (_replies.Current is { } reply && reply.Utterance == position.Utterance && position.FirstSoundAgoMs is { } ago)
        {
            Timed(reply, _clock.NowMs - Math.Clamp(ago, 0, 10_000));
        }
    }

    /// <summary>The patient falls silent at once; the log keeps only what was heard.</summary>
    public void CutOff()
    {
        _replies.Drop();
        if (_replies.Current is not { } reply)
        {
            return;
        }
        var heard = playout.Interrupt();
        _replies.Stop();
        var heardText = Speaks ? reply.HeardText(heard?.Samples ?? 0) : "";
        if (Speaks)
        {
            LogReply(reply, reply.Text);
            Timed(reply, null);
        }
        LogMoved(heard);
        append(new UtteranceCutOff(reply.Utterance, heardText, _clock.NowMs));
        parts.Mind.CutOff(Addressee.OfTheMinds(reply.Decision.Line, HeardShare.OfLine(reply.Decision.Line, reply.Text, heardText)));
        _unheardRest = Speaks ? Rest(reply.Text, heardText) : reply.Decision.Line;
        if (Speaks)
        {
            Speaks = false;
            append(new SpeechStopped(Party.Patient));
        }
    }

    /// <summary>What is left of the line that was cut off, if the patient is free to say it. It is asked for once.</summary>
    public string? TakeUnheardRest()
    {
        var rest = HasUnheardRest && !IsBusy ? _unheardRest : null;
        _unheardRest = null;
        return rest;
    }

    public void ForgetUnheardRest() => _unheardRest = null;

    private static string Rest(string whole, string heard) =>
        whole.StartsWith(heard, StringComparison.Ordinal) ? whole[heard.Length..].Trim() : whole;

    private void LogReply(ReplySpeaker reply, string text)
    {
        if (!_replyLogged && text.Length > 0)
        {
            _replyLogged = true;
            LastLine = text;
            var start = reply.FirstAudioMs ?? _clock.NowMs;
            _planned = new UtteranceSpoken(Party.Patient, reply.Utterance, text, start, start + reply.LengthMs, Typed: false, 1, false);
            append(_planned);
        }
    }

    // The recording and the transcript must agree on when it was said.
    private void LogMoved(HeardSpan? heard)
    {
        if (heard is { } span && span.Samples > 0 && _planned is { } planned && planned.Utterance == span.Utterance
            && (Math.Abs(span.StartMs - planned.StartMs) > AlignedMs || span.EndMs - planned.EndMs > AlignedMs))
        {
            append(new UtterancePlayed(span.Utterance, span.StartMs, span.EndMs));
        }
    }

    private void Timed(ReplySpeaker reply, int? playedAtMs)
    {
        if (Waterfall is { } waterfall)
        {
            append(waterfall.Finish(reply, playedAtMs));
            Waterfall = null;
        }
    }
}
