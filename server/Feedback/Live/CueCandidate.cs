using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>A cue that could be given.</summary>
/// <param name="Usefulness">The most useful goes first; 90 and above does not wait for the balance of praise.</param>
/// <param name="Texts">Wordings in turn, so that a second time does not read the same.</param>
internal sealed record CueCandidate(
    CueKind Kind, ScoringCategory Category, string Code, int Usefulness, string Reason, int Utterance, int AtMs, params string[] Texts)
{
    private const int Urgent = 90;

    public bool IsUrgent => Usefulness >= Urgent;
}
