namespace RealtimeTraining.Models.Training;

/// <summary>By example, what a model says that did not see its source.</summary>
internal sealed class HeldOutScores(int examples)
{
    /// <summary>As written (even) and as speech (odd).</summary>
    public float[][] Heard { get; } = new float[examples][];

    /// <summary>In the place of the written one: lower case, no punctuation.</summary>
    public float[][] Lower { get; } = new float[examples][];
}
