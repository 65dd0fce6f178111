namespace RealtimeTraining.Server.Patients.Words;

/// <summary>The authored words stood in for a model's. Holds nothing of what was said.</summary>
/// <param name="Code">The problem in camel case: "clientFailed", "undisclosedFact".</param>
/// <param name="Reason">Short, for an administrator.</param>
/// <param name="ClausesSpoken">How many of the model's clauses had gone out before.</param>
public sealed record ReplyFallback(ReplyProblem Problem, string Code, string Reason, int ClausesSpoken)
{
    /// <summary>The model or its server is at fault, not one reply: worth a notice, and worth another engine when it goes on.</summary>
    public bool IsEngineFailure => Problem is ReplyProblem.ClientFailed or ReplyProblem.Hanging or ReplyProblem.FirstClauseLate or ReplyProblem.Stalled;

    public static string CodeOf(ReplyProblem problem)
    {
        var name = problem.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
