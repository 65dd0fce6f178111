using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>What everybody writes first: louder than a fixed level is speech, and for a while after. To compare with.</summary>
internal sealed class PlainEnergyDetector : ISpeechDetector
{
    private const float SpeechDbfs = -40;
    private const int HangoverFrames = 6;
    private int _quiet = HangoverFrames;

    public SpeechFrame Process(ReadOnlySpan<short> frame)
    {
        var level = Loudness.RmsDbfs(frame);
        _quiet = level >= SpeechDbfs ? 0 : _quiet + 1;
        return new SpeechFrame(_quiet < HangoverFrames, level, SpeechDbfs);
    }

    public void Reset() => _quiet = HangoverFrames;
}
