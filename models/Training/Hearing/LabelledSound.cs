namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>Sound of which it is known, or nearly, where somebody speaks.</summary>
/// <param name="Name">The file it is from.</param>
/// <param name="Samples">16 kHz mono.</param>
/// <param name="Labels">One a frame.</param>
internal sealed record LabelledSound(string Name, short[] Samples, FrameLabel[] Labels);

internal enum FrameLabel : byte
{
    Quiet,
    Speech,

    /// <summary>Too near an edge to say.</summary>
    Unsure,
}
