using System.Diagnostics;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>What a detector made of some clips.</summary>
internal sealed class Judgement
{
    /// <summary>Speech that begins after 300 ms without any.</summary>
    private const int QuietBefore = 15;

    /// <summary>So much speech on end makes the patient stop (<c>Calls:BargeInMs</c>).</summary>
    private static readonly int Interrupts = new CallOptions().BargeInMs / AudioFormat.FrameMs;

    private readonly List<double> _onsetsMs = [];
    private readonly List<double> _interruptionsMs = [];
    private int _missed, _speech, _wrong, _quiet, _onsets, _forNothing;
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
        yield return BenchResult.Spread("interrupts_after", "ms", _interruptionsMs, labels);
        yield return BenchResult.Single("interrupts_for_nothing", "per minute", 60_000.0 * _forNothing / Math.Max(1, _quiet * AudioFormat.FrameMs), _forNothing, labels);
        yield return BenchResult.Single("frame_cost", "µs", _took.TotalMicroseconds / Math.Max(1, _speech + _quiet), _speech + _quiet, labels);
    }

    private void Add(Clip clip, short[] samples, ISpeechDetector detector)
    {
        var heard = new bool[clip.IsSpeech.Length];
        var interrupts = new bool[heard.Length];
        var onEnd = 0;
        var began = Stopwatch.GetTimestamp();
        for (var frame = 0; frame < heard.Length; frame++)
        {
            var sound = detector.Process(samples.AsSpan(frame * AudioFormat.FrameSamples, AudioFormat.FrameSamples));
            heard[frame] = sound.IsSpeech;
            onEnd = sound.IsSpeech ? onEnd + 1 + sound.LateMs / AudioFormat.FrameMs : 0;
            interrupts[frame] = onEnd >= Interrupts;
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
            if (Array.IndexOf(interrupts, true, from, to - from) is var stopped and >= 0)
            {
                _interruptionsMs.Add((stopped - from + 1) * AudioFormat.FrameMs);
            }
        }
        for (var frame = 1; frame < heard.Length; frame++)
        {
            // Nobody has spoken for as long as it takes.
            _forNothing += interrupts[frame] && !interrupts[frame - 1] && Array.IndexOf(clip.IsSpeech, true, Math.Max(0, frame - QuietBefore), Math.Min(frame, QuietBefore) + 1) < 0 ? 1 : 0;
        }
    }
}
