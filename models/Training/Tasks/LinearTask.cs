using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Tasks;

/// <summary>Something that a linear model learns to tell: its data, its features, how it is trained and measured.</summary>
public abstract class LinearTask
{
    /// <summary>Of the weight file, without ending.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Labels { get; }

    /// <summary>The files it learns from.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>Of these files, as their source states it; null where none is stated.</summary>
    public abstract string? Licence { get; }

    /// <summary>Chosen by cross-validation on the part that is not the dev split (<c>./dev train NAME --tune</c>).</summary>
    public abstract LinearOptions Options { get; }

    /// <summary>What it sees of an utterance, by the names of <see cref="UtteranceFeatures"/>. All but the text alone have the emotions of it among them.</summary>
    public virtual string Features => UtteranceFeatures.InContext;

    /// <summary>Other options that <c>--tune</c> compares.</summary>
    public virtual IEnumerable<LinearOptions> Candidates =>
    [
        Options,
        Options with { L2 = Options.L2 / 4 },
        Options with { L2 = Options.L2 * 4 },
        Options with { DenseScale = Options.DenseScale / 3 },
        Options with { DenseScale = Options.DenseScale * 3 },
        Options with { Rareness = Options.Rareness / 2 },
    ];

    /// <summary>Offsets are tuned for this: the mean of F1 over the labels, or how often the best label is right.</summary>
    public virtual bool TuneOffsets => true;

    /// <summary>At most this many weights are kept.</summary>
    public virtual int MaxWeights => 250_000;

    /// <summary>Files of the dev split, where the set has one of its own.</summary>
    public virtual IReadOnlyList<string> DevFiles => [];

    public abstract IReadOnlyList<TaskCase> Read(string file);

    public abstract IReadOnlyList<TaskFigure> Figures { get; }
}
