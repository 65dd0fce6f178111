using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>How a linear model is trained. Chosen by cross-validation, task by task.</summary>
public sealed record LinearOptions
{
    public LinearKind Kind { get; init; } = LinearKind.OneOf;

    /// <summary>The penalty on the sum of squared weights, beside a mean loss.</summary>
    public double L2 { get; init; } = 1e-5;

    /// <summary>Columns that fewer examples have are left out.</summary>
    public int MinExamples { get; init; } = 2;

    /// <summary>By block of features: how easily its weights grow. Missing ones are 1.</summary>
    public IReadOnlyList<float> BlockScales { get; init; } = [];

    public float DenseScale { get; init; } = 0.3f;

    /// <summary>Rare columns grow more easily, by their inverse document frequency to this power.</summary>
    public float Rareness { get; init; } = 0.5f;

    /// <summary>0: every example counts alike; 1: every class does; between, between.</summary>
    public float Balance { get; init; }

    /// <summary>Rounds of AdaGrad, for large sets; 0 for L-BFGS.</summary>
    public int Epochs { get; init; }

    /// <summary>Of AdaGrad: how far the first steps go.</summary>
    public float Step { get; init; } = 0.1f;

    public int Iterations { get; init; } = 60;

    public float BlockScale(int block) => block < BlockScales.Count ? BlockScales[block] : 1;
}
