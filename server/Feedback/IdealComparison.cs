namespace RealtimeTraining.Server.Feedback;

/// <summary>The call beside how its author would have handled it.</summary>
/// <param name="Alignment">0-100, how much of the ideal handling was there.</param>
/// <param name="Because">One plain sentence on how it came about.</param>
/// <param name="Differences">Where the two part, in the order of the call.</param>
public sealed record IdealComparison(int Alignment, string Because, IReadOnlyList<IdealDifference> Differences);

/// <param name="About">What it was about: "The opening", "Verify who is calling".</param>
/// <param name="YouSaid">Empty where nothing was said about it.</param>
/// <param name="Why">Why the ideal is better.</param>
public sealed record IdealDifference(string About, string YouSaid, string Ideal, string Why, Evidence? Evidence);
