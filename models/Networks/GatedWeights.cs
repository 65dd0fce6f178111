namespace RealtimeTraining.Models.Networks;

/// <summary>
/// The numbers of a <see cref="GatedNetwork"/>. Matrices are kept column by column: what one input adds to all outputs
/// lies side by side. Gates stand in the order update, reset, new.
/// </summary>
/// <param name="inputs">Features a step.</param>
/// <param name="hidden">Units of either layer.</param>
public sealed class GatedWeights(int inputs, int hidden)
{
    public int Inputs => inputs;

    public int Hidden => hidden;

    /// <summary>Subtracted from the features.</summary>
    public float[] Means { get; } = new float[inputs];

    /// <summary>The features are then multiplied by these.</summary>
    public float[] Scales { get; } = new float[inputs];

    /// <summary>Features to the first layer.</summary>
    public float[] First { get; } = new float[inputs * hidden];

    public float[] FirstBias { get; } = new float[hidden];

    /// <summary>First layer to the gates.</summary>
    public float[] Gates { get; } = new float[3 * hidden * hidden];

    public float[] GateBias { get; } = new float[3 * hidden];

    /// <summary>What was remembered to the gates.</summary>
    public float[] Back { get; } = new float[3 * hidden * hidden];

    public float[] BackBias { get; } = new float[3 * hidden];

    /// <summary>What is remembered to the score; the last one is its bias.</summary>
    public float[] Last { get; } = new float[hidden + 1];

    /// <summary>All that is trained, in the order of the file; matrices with the length of their columns, vectors with 0.</summary>
    public IReadOnlyList<(float[] Values, int Column)> Trained =>
        [(First, hidden), (FirstBias, 0), (Gates, 3 * hidden), (GateBias, 0), (Back, 3 * hidden), (BackBias, 0), (Last, 0)];
}
