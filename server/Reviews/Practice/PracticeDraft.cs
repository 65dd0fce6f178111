using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <summary>How the patient begins the practice call.</summary>
public enum DraftMood
{
    Calm,
    Worried,
    Irritated,
    Angry,
}

/// <summary>A practice call as a coach fills it in: what cannot be told from the form is the same in all of them.</summary>
/// <param name="Situation">What the trainee reads before the call.</param>
/// <param name="Pronoun">"she", "he" or "they".</param>
/// <param name="History">What coaches read, and the patient knows; trainees never see it.</param>
/// <param name="Opening">What the patient says first; one of them is picked.</param>
/// <param name="Says">What the patient tells when asked why it calls; two at least.</param>
/// <param name="Wants">What the patient wants from the call, in one line.</param>
/// <param name="Needed">What the trainee must do at the moment that was missed.</param>
/// <param name="Better">A sentence that does it.</param>
/// <param name="Avoid">What must not be said again; null where nothing was.</param>
/// <param name="AvoidWhy">Why it hurts; null where nothing is to be avoided.</param>
public sealed record PracticeDraft(
    string Title, ScenarioType Type, Difficulty Difficulty, string Situation, string PatientName, int PatientAge, string Pronoun, string Manner, string History,
    DraftMood Mood, IReadOnlyList<string> Opening, IReadOnlyList<string> Says, string Wants, TraineeAct Needed, string Better, string? Avoid, string? AvoidWhy);
