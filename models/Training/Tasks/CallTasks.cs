using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Tasks;

/// <summary>What a therapist's utterance does, as counselling research has it.</summary>
internal sealed class ListeningTask(string name, string task, string[] labels, Func<AnnoMiUtterance, int?> right, TaskFigure figure, LinearOptions options) : LinearTask
{
    public override string Name => name;

    public override IReadOnlyList<string> Labels => labels;

    public override IReadOnlyList<string> Files => [AnnoMi.File];

    public override string? Licence => null;

    public override string Features => UtteranceFeatures.InClauses;

    public override LinearOptions Options => options;

    public override IReadOnlyList<TaskFigure> Figures => [figure with { Task = task }];

    /// <summary>The label of an utterance; null where there is none to learn from.</summary>
    public int? Right(AnnoMiUtterance said) => right(said);

    public override IReadOnlyList<TaskCase> Read(string file) =>
        [.. from call in AnnoMi.Read(file) from said in call.Utterances let label = right(said) where label is not null
            select new TaskCase(said.Input, Epitome.OneHot(label.Value, labels.Length), call.Video)];
}

/// <summary>What an agent on the telephone just did.</summary>
internal sealed class AgentActionTask(IReadOnlyList<string> labels) : LinearTask
{
    public override string Name => "agent-action";

    public override IReadOnlyList<string> Labels => labels;

    public override IReadOnlyList<string> Files => [Star.File];

    public override string Licence => "MIT";

    public override LinearOptions Options => new() { L2 = 1e-6, MinExamples = 3, DenseScale = 0.1f, Epochs = 6 };

    public override bool TuneOffsets => false;

    public override IReadOnlyList<TaskFigure> Figures => [TaskFigures.Accuracy("star_agent_action", "", ".90", "")];

    /// <summary>Actions of calls to a doctor's office; one that is not among the labels is read as "custom".</summary>
    public override IReadOnlyList<TaskCase> Read(string file) =>
        [.. from call in Star.Read(file) where call.Doctor from one in Cases(call) select one];

    public static IReadOnlyList<string> LabelsOf(string file) =>
        [.. Star.Read(file).Where(call => call.Doctor).SelectMany(call => call.Turns).Where(turn => turn is { Agent: true, Action: not null })
            .GroupBy(turn => turn.Action!, StringComparer.Ordinal).Where(turns => turns.Count() >= 3).Select(turns => turns.Key).Append("custom").Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<TaskCase> Cases(StarCall call)
    {
        var (caller, agent) = ("", "");
        foreach (var turn in call.Turns)
        {
            if (!turn.Agent)
            {
                caller = turn.Text;
                continue;
            }
            if (turn.Action is not null)
            {
                var label = labels.ToList().IndexOf(turn.Action);
                yield return new TaskCase(new(turn.Text, caller, agent), Epitome.OneHot(label >= 0 ? label : labels.ToList().IndexOf("custom"), labels.Count), call.Caller);
            }
            agent = turn.Text;
        }
    }
}

/// <summary>Whether a caller, by all they said, was annoyed.</summary>
internal sealed class AnnoyanceTask : LinearTask
{
    public override string Name => "annoyance";

    public override IReadOnlyList<string> Labels => ["calm", "annoyed"];

    public override IReadOnlyList<string> Files => [Star.File];

    public override string Licence => "MIT";

    public override LinearOptions Options => new() { L2 = 1e-3, MinExamples = 3, DenseScale = 0.12f, Rareness = 1, Balance = 0.5f };

    public override bool TuneOffsets => false;

    public override IReadOnlyList<TaskFigure> Figures => [TaskFigures.Auc("star_annoyed", ".82", ".88", "")];

    public override IReadOnlyList<TaskCase> Read(string file) =>
        [.. Star.Read(file).Where(call => call.Annoyed is not null).Select(call => new TaskCase(
            new(Said(call, agent: false), Said(call, agent: true)), Epitome.OneHot(call.Annoyed!.Value ? 1 : 0, 2), call.Caller))];

    private static string Said(StarCall call, bool agent) =>
        string.Join(" \n ", call.Turns.TakeLast(Star.MaxTurns).Where(turn => turn.Agent == agent).Select(turn => turn.Text));
}
