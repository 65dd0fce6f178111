namespace RealtimeTraining.Server.Patients.Words;

/// <summary>Whether a model's words may be spoken. Holds nothing of them, so that it can go into a log.</summary>
/// <param name="Problem">Null: they may.</param>
/// <param name="Detail">Which rule, at most the id of a fact.</param>
public readonly record struct GuardVerdict(ReplyProblem? Problem, string Detail)
{
    public static GuardVerdict Pass => new(null, "");

    public bool Passed => Problem is null;

    public static GuardVerdict Fail(ReplyProblem problem, string detail) => new(problem, detail);
}
