using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Tasks;

/// <summary>How polite a request is.</summary>
internal sealed class PolitenessTask(string name, string file, params TaskFigure[] figures) : LinearTask
{
    public override string Name => name;

    public override IReadOnlyList<string> Labels => ["polite"];

    public override IReadOnlyList<string> Files => [file];

    public override string Licence => "Apache-2.0";

    public override LinearOptions Options => new() { Kind = LinearKind.Number, L2 = 1.5e-2, MinExamples = 2, DenseScale = 0.2f, Rareness = 1, BlockScales = [1.5f, 1, 1] };

    public override IReadOnlyList<TaskFigure> Figures => figures;

    public override IEnumerable<LinearOptions> Candidates =>
    [
        Options, Options with { L2 = 2e-2 }, Options with { DenseScale = 0.15f }, Options with { BlockScales = [2, 1, 2] }, Options with { Rareness = 1.4f },
    ];

    public override IReadOnlyList<TaskCase> Read(string file) => Politeness.Read(file);
}

/// <summary>28 emotions of a comment; features for the other models, and what warmth and irritation are read from.</summary>
internal sealed class EmotionsTask(GoEmotionsLabels labels) : LinearTask
{
    public override string Name => labels switch { GoEmotionsLabels.Groups => "emotion-groups", GoEmotionsLabels.Ekman => "emotions-ekman", _ => "emotions" };

    public override IReadOnlyList<string> Labels => labels switch { GoEmotionsLabels.Groups => GoEmotions.Groups, GoEmotionsLabels.Ekman => GoEmotions.Ekman, _ => GoEmotions.Emotions };

    public override IReadOnlyList<string> Files => [GoEmotions.Train, GoEmotions.Dev];

    public override IReadOnlyList<string> DevFiles => [GoEmotions.Dev];

    public override string Licence => "Apache-2.0";

    public override string Features => UtteranceFeatures.Alone;

    public override IEnumerable<LinearOptions> Candidates =>
    [
        Options, Options with { Epochs = 2 }, Options with { Step = 0.03f }, Options with { L2 = 1e-5 }, Options with { BlockScales = [1, 0.6f, 1] },
    ];

    public override LinearOptions Options => new() { Kind = LinearKind.AnyOf, L2 = 3e-6, MinExamples = 3, DenseScale = 0.3f, Rareness = 0, Epochs = 3, Step = 0.06f };

    public override IReadOnlyList<TaskFigure> Figures => labels switch
    {
        GoEmotionsLabels.Groups => [TaskFigures.LabelF1("goemotions_groups", ".66", ".70", ".70")],
        GoEmotionsLabels.Ekman => [TaskFigures.LabelF1("goemotions_ekman", ".59", ".62", ".62")],
        _ => [TaskFigures.LabelF1("goemotions_all", "", "", "")],
    };

    public override IReadOnlyList<TaskCase> Read(string file) => GoEmotions.Read(file, labels);
}

/// <summary>One mechanism of empathy in an answer, at three levels.</summary>
internal sealed class EmpathyTask(string mechanism, string file, LinearOptions options, params string[] published) : LinearTask
{
    public override string Name => $"empathy-{mechanism}";

    public override IReadOnlyList<string> Labels => Epitome.Levels;

    public override IReadOnlyList<string> Files => [file];

    public override string? Licence => null;

    public override LinearOptions Options => options;

    public override IReadOnlyList<TaskFigure> Figures => [TaskFigures.MacroF1($"epitome_{mechanism.Replace('-', '_')}", published)];

    public override IReadOnlyList<TaskCase> Read(string path) => [.. Epitome.Read(path).Select(one => one.Case)];
}
