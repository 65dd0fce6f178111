using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Networks;

/// <summary>What stands at the head of a <see cref="GatedNetwork"/>'s file.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Features">Which features it was trained on; a network is used with no others.</param>
/// <param name="Inputs">Features a step.</param>
/// <param name="Hidden">Units of the layer below the gates, and of the gated one.</param>
/// <param name="TrainedOn">The files, each with its SHA-256 and its licence.</param>
public sealed record GatedHeader(string Name, string Features, int Inputs, int Hidden, IReadOnlyList<TrainingSource> TrainedOn)
{
    public const int MaxInputs = 256;
    public const int MaxHidden = 256;
}
