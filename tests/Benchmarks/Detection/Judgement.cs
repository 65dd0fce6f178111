using System.Diagnostics;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>What a detector made of some clips.</summary>
internal sealed class Judgement
{
    /// <summary>Speech that begins after 300 ms without any.</summary>
    private const int QuietBefore = 15;

    private readonly List<double> _onsetsMs = [];
    private int _missed, _speech, _wrong, _quiet, _onsets;
    private TimeSpan _took;

    public static Judgement Of(IReadOnlyList<Clip> clips, IReadOnlyList<short[]> heard, Func<ISpeechDetector> make)
    {
        var judgement = new Judgement();
        foreach (var (clip, samples) in clips.Zip(heard))
        {
            var detector = make();
            judgement.Add(clip, samples, detector);
            (detector as IDisposable)?.Dispose();
        }
        return judgement;
    }

    public IEnumerable<BenchResult> Figures(params (string, object)[] labels)
    {
        var (missed, wrong) = (100.0 * _missed / Math.Max(1, _speech), 100.0 * _wrong / Math.Max(1, _quiet));
        yield return BenchResult.Single("missed_speech", "%", missed, _speech, labels);
        yield return BenchResult.Single("false_speech", "%", wrong, _quiet, labels);
        yield return BenchResult.Single("balanced_error", "%", (missed + wrong) / 2, _speech + _quiet, labels);
        yield return BenchResult.Spread("onset_delay", "ms", _onsetsMs, labels);
        yield return BenchResult.Single("onsets_missed", "%", 100.0 * (_onsets - _onsetsMs.Count) / Math.Max(1, _onsets), _onsets, labels);
        yield return BenchResult.Single("frame_cost", "µs", _took.TotalMicroseconds / Math.Max(1, _speech + _quiet), _speech + _quiet, labels);
    }

    private void Add(Clip clip, short[] samples, ISpeechDetector detector)
    {
        var heard = new bool[clip.IsSpeech.Length];
        var began = Stopwatch.GetTimestamp();
        for (var frame = 0; frame < heard.Length; frame++)
        {
            heard[frame] = detector.Process(samples.AsSpan(frame * AudioFormat.FrameSamples, AudioFormat.FrameSamples)).IsSpeech;
        }
        _took += Stopwatch.GetElapsedTime(began);
        for (var frame = 0; frame < heard.Length; frame++)
        {
            (_speech, _quiet) = clip.IsSpeech[frame] ? (_speech + 1, _quiet) : (_speech, _quiet + 1);
            (_missed, _wrong) = (_missed + (clip.IsSpeech[frame] && !heard[frame] ? 1 : 0), _wrong + (!clip.IsSpeech[frame] && heard[frame] ? 1 : 0));
        }
        foreach (var (from, to) in clip.Onsets(QuietBefore))
        {
            _onsets++;
            // The frame is known when it is over.
            if (Array.IndexOf(heard, true, from, to - from) is var found and >= 0)
            {
                _onsetsMs.Add((found - from + 1) * AudioFormat.FrameMs);
            }
        }
    }
}
