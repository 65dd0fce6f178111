namespace RealtimeTraining.Models.Language.Linear;

/// <summary>What stands at the head of a weight file.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Features">Which features it was trained on; a model is used with no others.</param>
/// <param name="Labels">At most 256.</param>
/// <param name="Bits">Columns are the highest bits of a feature's hash; 8 to 20.</param>
/// <param name="Dense">How many dense features there are.</param>
/// <param name="Temperature">Scores are divided by it, so that probabilities are honest.</param>
/// <param name="Offsets">One a label, in units of score: added before the choice of one (<see cref="LinearKind.OneOf"/>), or the
/// score from which a label is there (<see cref="LinearKind.AnyOf"/>). Tuned for the measure of the task; probabilities do without.</param>
/// <param name="TrainedOn">The files, each with its SHA-256 and its licence.</param>
public sealed record LinearModelHeader(
    string Name, string Features, LinearKind Kind, IReadOnlyList<string> Labels, int Bits, int Dense, float Temperature,
    IReadOnlyList<float> Offsets, IReadOnlyList<TrainingSource> TrainedOn);

/// <summary>A file that a model was trained on.</summary>
/// <param name="Licence">As its source states it; null where none is stated.</param>
public sealed record TrainingSource(string File, string Sha256, string? Licence);
