using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// A voice that rises or falls has mostly come to its end, one that stays level or draws a sound out goes on (Gravano and
/// Hirschberg 2011, "Turn-taking cues in task-oriented dialogue"): so each measure counts on both sides of the usual. Not thread-safe.
/// </summary>
public sealed class VoiceEndFeatures
{
    /// <summary>Stands in weight files; changes whenever a feature does.</summary>
    public const string Version = "voice-end/1";

    /// <summary>In semitones a second: what is steeper is a mistake of the measurement as often as a voice.</summary>
    private const float Steepest = 20;

    private const float Furthest = 6;

    private readonly FeatureVector _vector = new();

    /// <summary>Is overwritten by the next.</summary>
    public FeatureVector Read(in VoiceEnding ending)
    {
        _vector.Clear();
        AddBothSides(ending.LastSlope, Steepest, 10);
        AddBothSides(ending.Slope, Steepest, 10);
        AddBothSides(ending.Fall, Furthest, 2);
        AddBothSides(ending.LastSound - 1.25f, 2, 1);
        return _vector;
    }

    private void AddBothSides(float value, float most, float unit)
    {
        _vector.AddDense(Math.Clamp(value, 0, most) / unit);
        _vector.AddDense(Math.Clamp(-value, 0, most) / unit);
    }
}
