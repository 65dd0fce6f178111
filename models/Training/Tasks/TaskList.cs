using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Tasks;

/// <summary>Everything that is trained, in the order in which one builds on another.</summary>
internal static class TaskList
{
    private static readonly LinearOptions TwoLabels = new() { L2 = 6e-3, DenseScale = 0.36f, Rareness = 0.8f };

    /// <summary>How somebody listens: also what the quality of a whole call is read from.</summary>
    public static IReadOnlyList<ListeningTask> Listening { get; } =
    [
        new("behaviour", "annomi_behaviour", [.. AnnoMi.Behaviours], said => AnnoMi.Behaviours.ToList().IndexOf(said.Behaviour),
            TaskFigures.MacroF1("", ".70", ".75", "≈ .75 †"), new() { L2 = 4e-4, DenseScale = 0.12f, Rareness = 0.8f }),
        new("question", "annomi_question", ["none", "question"], said => said.Question ? 1 : 0, TaskFigures.F1("", ".89", ".92", ""), TwoLabels),
        new("question-kind", "annomi_open_closed", ["closed", "open"], said => said.QuestionKind switch { "open" => 1, "closed" => 0, _ => null },
            TaskFigures.MacroF1("", ".71", ".78", ""), TwoLabels),
        new("reflection", "annomi_reflection", ["none", "reflection"], said => said.Reflection ? 1 : 0, TaskFigures.F1("", ".73", ".78", ""), TwoLabels),
        new("complex-reflection", "annomi_complex_reflection", ["none", "complex"], said => said.ReflectionKind == "complex" ? 1 : 0, TaskFigures.F1(""), TwoLabels),
    ];

    /// <param name="actions">What an agent can do: those in the data when training, those of the model when evaluating.</param>
    public static IReadOnlyList<LinearTask> For(IReadOnlyList<string> actions) =>
    [
        new EmotionsTask(GoEmotionsLabels.Emotions),
        new EmotionsTask(GoEmotionsLabels.Groups),
        new EmotionsTask(GoEmotionsLabels.Ekman),
        new PolitenessTask("politeness", Politeness.Wikipedia,
            TaskFigures.Quartiles("politeness_wikipedia", Politeness.Wikipedia, ".85", ".88", "≈ .90 †"), TaskFigures.Spearman("politeness_wikipedia", Politeness.Wikipedia, ".65", ".68", "")),
        new PolitenessTask("politeness-questions", Politeness.StackExchange,
            TaskFigures.Quartiles("politeness_stack_exchange", Politeness.StackExchange), TaskFigures.Spearman("politeness_stack_exchange", Politeness.StackExchange)),
        new EmpathyTask("emotional-reaction", Epitome.EmotionalReactions, new() { L2 = 6e-4, Balance = 0.5f, DenseScale = 0.12f, Rareness = 0.7f }, ".64", ".70", ".74 †"),
        new EmpathyTask("interpretation", Epitome.Interpretations, new() { L2 = 6e-4, Balance = 0.5f, DenseScale = 0.12f, Rareness = 0.7f }, ".55", ".60", ".63 †"),
        new EmpathyTask("exploration", Epitome.Explorations, new() { L2 = 6e-4, Balance = 0.5f, DenseScale = 0.12f, Rareness = 0.7f }, ".62", ".67", ".73 †"),
        .. Listening,
        new AgentActionTask(actions),
        new AnnoyanceTask(),
    ];
}
