using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// Lets a language model word the patient's decisions. Whatever goes wrong, the same turn goes on with the authored
/// line: nothing spoken yet, the whole of it; clauses spoken already, those of its clauses that have not been said in
/// other words (<see cref="RequiredParts"/>), so that nothing is said twice and nothing that matters is lost. Thread-safe; does not
/// own the client.
/// </summary>
/// <param name="onFallback">Told of every reply that the authored words stood in for. Called on the call's thread; must be quick.</param>
public sealed partial class ModelReplyWriter(
    IChatClient client, ModelReplyWriterOptions options, TimeProvider time, ILogger<ModelReplyWriter> logger, AuthoredReplyWriter authored,
    Action<ReplyFallback>? onFallback = null) : IReplyWriter
{
    private readonly HangingReplies _hanging = new(time);

    public async IAsyncEnumerable<string> WriteAsync(ReplyRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (WordingRules.StaysAuthored(request.Decision, request.Scenario) is not null)
        {
            await foreach (var clause in authored.WriteAsync(request, cancellationToken))
            {
                yield return clause;
            }
            yield break;
        }
        IReadOnlyList<string> rest;
        using (var reply = Ask(request))
        {
            while (reply is not null && await reply.NextAsync(cancellationToken) is { } clause)
            {
                yield return clause;
            }
            rest = Rest(request, reply);
        }
        foreach (var clause in rest)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return clause;
        }
    }

    private ModelReply? Ask(ReplyRequest request)
    {
        if (_hanging.LongerThan(TimeSpan.FromMilliseconds(options.TotalBudgetMs)) >= options.MaxHanging)
        {
            return null;
        }
        var pump = TokenPump.Start(client, PatientPrompt.Build(request, options), ReplyFormat.Options(request.Decision, options), time, _hanging);
        return new ModelReply(pump, new ReplyGuard(request), options, time);
    }

    private IReadOnlyList<string> Rest(ReplyRequest request, ModelReply? reply)
    {
        var (decision, spoken) = (request.Decision, reply?.Spoken ?? []);
        var verdict = reply?.Verdict ?? GuardVerdict.Fail(ReplyProblem.Hanging, $"{options.MaxHanging} earlier replies");
        var parts = new RequiredParts(decision, request.Scenario, GuardLexicon.Shared);
        var soFar = string.Join(' ', spoken);
        var rest = spoken.Count == 0 ? Clauses.Split(decision.Line) : verdict.Passed ? parts.MissingIn(soFar) : parts.RestAfter(soFar);
        if (verdict.Passed && rest.Count > 0)
        {
            verdict = GuardVerdict.Fail(ReplyProblem.MissingContent, "authored clauses");
        }
        if (verdict.Problem is { } problem)
        {
            var code = ReplyFallback.CodeOf(problem);
            LogFallback(code, verdict.Detail, decision.Key, spoken.Count);
            onFallback?.Invoke(new ReplyFallback(problem, code, verdict.Detail, spoken.Count));
        }
        return rest;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The authored words stood in for the model's: {Code} ({Detail}) at {Decision}, after {Clauses} clauses")]
    private partial void LogFallback(string code, string detail, string decision, int clauses);
}
