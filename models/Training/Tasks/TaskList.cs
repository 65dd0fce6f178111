using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Tasks;

/// <summary>Everything that is trained, in the order in which one builds on another.</summary>
internal static class TaskList
{
    public static IReadOnlyList<LinearTask> For(DataFolder data) =>
    [
        new EmotionsTask(GoEmotionsLabels.Emotions),
        new EmotionsTask(GoEmotionsLabels.Groups),
        new EmotionsTask(GoEmotionsLabels.Ekman),
        new PolitenessTask(),
        new EmpathyTask("emotional-reaction", Epitome.EmotionalReactions, new() { L2 = 2e-4, Balance = 0.5f }, ".64", ".70", ".74 †"),
        new EmpathyTask("interpretation", Epitome.Interpretations, new() { L2 = 2e-4, Balance = 0.5f }, ".55", ".60", ".63 †"),
        new EmpathyTask("exploration", Epitome.Explorations, new() { L2 = 2e-4, Balance = 0.5f }, ".62", ".67", ".73 †"),
        new ListeningTask("behaviour", "annomi_behaviour", [.. AnnoMi.Behaviours], said => AnnoMi.Behaviours.ToList().IndexOf(said.Behaviour),
            TaskFigures.MacroF1("", ".70", ".75", "≈ .75 †"), new() { L2 = 1e-4 }),
        new ListeningTask("question", "annomi_question", ["none", "question"], said => said.Question ? 1 : 0,
            TaskFigures.F1("", ".89", ".92", ""), new() { L2 = 1e-4 }),
        new ListeningTask("question-kind", "annomi_open_closed", ["closed", "open"], said => said.QuestionKind switch { "open" => 1, "closed" => 0, _ => null },
            TaskFigures.MacroF1("", ".71", ".78", ""), new() { L2 = 1e-4 }),
        new ListeningTask("reflection", "annomi_reflection", ["none", "reflection"], said => said.Reflection ? 1 : 0,
            TaskFigures.F1("", ".73", ".78", ""), new() { L2 = 1e-4 }),
        new AgentActionTask(data.Find(Star.File) is { } star ? AgentActionTask.LabelsOf(star) : ["custom"]),
        new AnnoyanceTask(),
    ];
}
