namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// One reply of a language model on its way to the voice: gives clauses that have passed the guard, within the budgets,
/// and at the first problem stops the model. Not thread-safe; disposed by who reads it.
/// </summary>
public sealed class ModelReply(TokenPump pump, ReplyGuard guard, ModelReplyWriterOptions options, TimeProvider time) : IDisposable
{
    private readonly ReplyJsonReader _json = new();
    private readonly long _began = time.GetTimestamp();
    private readonly List<string> _spoken = [];
    private readonly Queue<string> _passed = [];
    private int _judged;
    private bool _ended;
    private int _characters;

    /// <summary>What the model said so far that was let through.</summary>
    public IReadOnlyList<string> Spoken => _spoken;

    /// <summary>Why there is no further clause; passed when the model has said all it wanted.</summary>
    public GuardVerdict Verdict { get; private set; } = GuardVerdict.Pass;

    /// <summary>The next clause that may be spoken; null when there is none.</summary>
    public async ValueTask<string?> NextAsync(CancellationToken cancellationToken)
    {
        var waitingSince = time.GetTimestamp();
        while (Verdict.Passed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_passed.TryDequeue(out var clause))
            {
                _spoken.Add(clause);
                return clause;
            }
            var clauses = Clauses.Split(_json.Say);
            if (JudgeNext(clauses))
            {
                continue;
            }
            if (_json.HasSaid)
            {
                return clauses.Count == 0 ? Stop(ReplyProblem.BrokenSchema, "no words") : null;
            }
            if (clauses.Count > 0 && clauses[^1].Length > guard.MaxClauseCharacters)
            {
                return Stop(ReplyProblem.TooLong, "clause");
            }
            if (!await ReadAsync(waitingSince, cancellationToken))
            {
                return null;
            }
        }
        return null;
    }

    public void Dispose() => pump.Dispose();

    /// <summary>
    /// Judges the next whole clause; false when there is none yet. A first clause that ends at a comma and does more than
    /// open ("Well,") waits for its sentence, and both go out when both pass: a half sentence may still become anything.
    /// </summary>
    private bool JudgeNext(IReadOnlyList<string> clauses)
    {
        // The last one may still grow, unless the words are whole or the next sentence is about to begin.
        var begins = _json.Say.EndsWith(' ') && clauses.Count > 0 && clauses[^1][^1] is '.' or '?' or '!';
        var whole = _json.HasSaid ? clauses.Count : (begins ? Clauses.Split(_json.Say + "x").Count : clauses.Count) - 1;
        var ready = whole - _judged;
        var together = ready > 0 && clauses[_judged][^1] is ',' or ';' or ':' && !GuardLexicon.Shared.IsOpener(clauses[_judged]) && !(ready == 1 && _json.HasSaid) ? 2 : 1;
        if (ready < together)
        {
            return false;
        }
        var next = clauses.Skip(_judged).Take(together).ToList();
        _judged += together;
        foreach (var clause in next)
        {
            var verdict = guard.Judge(clause);
            if (!verdict.Passed)
            {
                Stop(verdict.Problem!.Value, verdict.Detail);
                return true;
            }
        }
        if (_json.HasSaid && _judged == clauses.Count && JudgeTail() is { Passed: false } tail)
        {
            Stop(tail.Problem!.Value, tail.Detail);
            return true;
        }
        next.ForEach(_passed.Enqueue);
        return true;
    }

    /// <summary>What stands after the words is judged as far as it is there; nobody waits for it.</summary>
    private GuardVerdict JudgeTail()
    {
        while (!_json.IsWhole && !_json.IsBroken && pump.TryNext(out var token))
        {
            _json.Add(token);
        }
        return _json.IsBroken ? GuardVerdict.Fail(ReplyProblem.BrokenSchema, "tail") : guard.JudgeClaims(_json.Mood, _json.Reveals);
    }

    private async ValueTask<bool> ReadAsync(long waitingSince, CancellationToken cancellationToken)
    {
        var stall = TimeSpan.FromMilliseconds(options.FirstClauseBudgetMs) - time.GetElapsedTime(_spoken.Count == 0 ? _began : waitingSince);
        var total = TimeSpan.FromMilliseconds(options.TotalBudgetMs) - time.GetElapsedTime(_began);
        try
        {
            var token = _ended ? null : await pump.NextAsync(stall < total ? stall : total, cancellationToken);
            if (token is null)
            {
                _ended = true;
                Stop(ReplyProblem.BrokenSchema, "broken off");
                return false;
            }
            _json.Add(token);
            // Words that may be spoken are far fewer, even with every one of them escaped.
            _characters += token.Length;
            if (_json.IsBroken || (_characters > guard.MaxWords * 100 && !_json.HasSaid))
            {
                Stop(ReplyProblem.BrokenSchema, _json.IsBroken ? "form" : "endless");
                return false;
            }
            return true;
        }
        catch (TimeoutException)
        {
            Stop(_spoken.Count == 0 ? ReplyProblem.FirstClauseLate : ReplyProblem.Stalled, "");
            return false;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Stop(ReplyProblem.ClientFailed, exception.GetType().Name);
            return false;
        }
    }

    private string? Stop(ReplyProblem problem, string detail)
    {
        Verdict = GuardVerdict.Fail(problem, detail);
        pump.Dispose();
        return null;
    }
}
