using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>What is read, what is right, and whose it is.</summary>
/// <param name="Targets">One a label.</param>
/// <param name="Source">The video, post, page or person it comes from: what must not stand on both sides of a split.</param>
public sealed record TaskCase(UtteranceInput Input, float[] Targets, string Source)
{
    /// <summary>The label with the largest target.</summary>
    public int Right => Array.IndexOf(Targets, Targets.Max());
}
