using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Prosody;

/// <summary>
/// Follows the pitch of one speaker over a call, so that at a silence, however long it lasts, it can be said how the voice
/// ended. Keeps the second up to the last pitch. Not thread-safe.
/// </summary>
public sealed class EndingMeter
{
    private const int Frames = 1_000 / AudioFormat.FrameMs;
    private const int LastFrames = 200 / AudioFormat.FrameMs;
    private const int SlopeFrames = 500 / AudioFormat.FrameMs;
    private const int FewestFrames = 5;
    private const int ShortestSound = 3;

    // 200 ms, which is usual, until more of this speaker's have been heard.
    private const int UsualFrames = 10, UsualCounts = 5;

    private readonly List<float?> _pitches = new(Frames);
    private int _sounds = UsualCounts;
    private int _soundFrames = UsualCounts * UsualFrames;
    private int _sound;
    private int _without;

    /// <summary>A new turn begins. What is usual of the speaker stays known.</summary>
    public void Begin()
    {
        EndSound();
        _without = 0;
        _pitches.Clear();
    }

    /// <param name="pitch">Of a frame of <see cref="AudioFormat.FrameMs"/>, in Hz; null where it has none.</param>
    public void Add(float? pitch)
    {
        if (pitch is null)
        {
            _without++;
            return;
        }
        if (_without > 0)
        {
            EndSound();
        }
        _pitches.AddRange(Enumerable.Repeat<float?>(null, Math.Min(_without, Frames)));
        _pitches.Add(pitch);
        _pitches.RemoveRange(0, Math.Max(0, _pitches.Count - Frames));
        _without = 0;
        _sound++;
    }

    /// <returns>Null where too little of what was just said had a pitch.</returns>
    public VoiceEnding? Ending()
    {
        var track = Track();
        if (track.Count < FewestFrames)
        {
            return null;
        }
        var end = track[^1].At;
        var last = track.FindAll(point => point.At > end - LastFrames);
        var sound = 1;
        while (sound < track.Count && track[^(sound + 1)].At == end - sound)
        {
            sound++;
        }
        return new VoiceEnding(
            Slope(last), Slope(track.FindAll(point => point.At > end - SlopeFrames)), Median(track) - Median(last), sound * (float)_sounds / _soundFrames);
    }

    private void EndSound()
    {
        if (_sound >= ShortestSound)
        {
            (_sounds, _soundFrames) = (_sounds + 1, _soundFrames + _sound);
        }
        _sound = 0;
    }

    /// <summary>In semitones, without what single frames get wrong.</summary>
    private List<(int At, float Semitones)> Track() => [.. PitchTrack.CleanFrames(_pitches).Select(one => (one.Frame, 12 * MathF.Log2((float)one.Hz)))];

    private static float Median(List<(int At, float Semitones)> points)
    {
        float[] sorted = [.. points.Select(point => point.Semitones).Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Semitones a second, by least squares; 0 for fewer than four points.</summary>
    private static float Slope(List<(int At, float Semitones)> points)
    {
        if (points.Count < 4)
        {
            return 0;
        }
        var (middle, mean) = (points.Average(point => point.At), points.Average(point => point.Semitones));
        var square = points.Sum(point => (point.At - middle) * (point.At - middle));
        return (float)(points.Sum(point => (point.At - middle) * (point.Semitones - mean)) / square * 1_000 / AudioFormat.FrameMs);
    }
}
