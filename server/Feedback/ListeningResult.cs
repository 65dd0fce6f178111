namespace RealtimeTraining.Server.Feedback;

/// <summary>How the trainee listened over the whole call. It stands beside the categories and moves none of them.</summary>
/// <param name="Quality">0-100, how much its shares are those of good listening; null: not enough to judge.</param>
/// <param name="Asked">The share of the trainee's utterances that asked something, 0-1.</param>
/// <param name="AskedOpenly">The share of those that asked openly.</param>
/// <param name="SaidBack">The share that said back what the patient had said.</param>
/// <param name="Told">The share that gave information or advice.</param>
/// <param name="Because">One plain sentence on how it came about.</param>
public sealed record ListeningResult(
    int? Quality, double Asked, double AskedOpenly, double SaidBack, double Told, string Because, IReadOnlyList<Evidence> Evidence);
