using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Prosody;
using RealtimeTraining.Speech.Speakers;

namespace RealtimeTraining.Models.Training.Turns;

/// <param name="Recording">Its number.</param>
/// <param name="IsEnd">The other speaks next.</param>
public readonly record struct HeardEnding(int Recording, VoiceEnding Ending, bool IsEnd);

/// <summary>The silences in a recording of two people on one channel. Who speaks is what <see cref="SpeakerFinder"/> makes of it.</summary>
public static class VoiceEndings
{
    private const int SilenceFrames = 200 / AudioFormat.FrameMs;

    /// <summary>Whose voice it is before and after a silence is told by half a second of each.</summary>
    private const int VoiceFrames = 500 / AudioFormat.FrameMs;

    /// <summary>Who has spoken for less has hardly begun.</summary>
    private const int ShortestTurnFrames = 300 / AudioFormat.FrameMs;

    private const float AboveNoiseDb = 6;

    /// <param name="samples">16 kHz.</param>
    public static IReadOnlyList<HeardEnding> Of(int recording, ReadOnlySpan<short> samples)
    {
        var (pitches, voice) = Measure(samples);
        var speakers = Speakers(samples, voice.Length);
        var meters = new[] { new EndingMeter(), new EndingMeter() };
        var began = new int[meters.Length];
        var found = new List<HeardEnding>();
        var (now, last) = (-1, -1);
        for (var i = 0; i < voice.Length; i++)
        {
            if (voice[i] && last >= 0 && i - last > SilenceFrames
                && Most(speakers.AsSpan(Math.Max(0, last - VoiceFrames)..(last + 1))) is >= 0 and var before && last - began[before] >= ShortestTurnFrames
                && Most(speakers.AsSpan(i..Math.Min(voice.Length, i + VoiceFrames))) is >= 0 and var after && meters[before].Ending() is { } ending)
            {
                found.Add(new HeardEnding(recording, ending, after != before));
            }
            if (speakers[i] >= 0 && speakers[i] != now)
            {
                (now, began[speakers[i]]) = (speakers[i], i);
                meters[now].Begin();
            }
            if (now >= 0)
            {
                meters[now].Add(pitches[i]);
            }
            last = voice[i] ? i : last;
        }
        return found;
    }

    private static (float?[] Pitches, bool[] Voice) Measure(ReadOnlySpan<short> samples)
    {
        var frames = samples.Length / AudioFormat.FrameSamples;
        var (pitches, voice) = (new float?[frames], new bool[frames]);
        var (detector, estimator) = (new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()), new PitchEstimator());
        for (var i = 0; i < frames; i++)
        {
            var sound = detector.Process(samples.Slice(i * AudioFormat.FrameSamples, AudioFormat.FrameSamples));
            voice[i] = sound is { IsSpeech: true, IsHeld: false } && sound.LevelDbfs >= sound.NoiseDbfs + AboveNoiseDb;
            pitches[i] = voice[i] && i > 0 ? estimator.Estimate(samples.Slice((i - 1) * AudioFormat.FrameSamples, PitchEstimator.WindowSamples)) : null;
        }
        return (pitches, voice);
    }

    private static int[] Speakers(ReadOnlySpan<short> samples, int frames)
    {
        var finder = new SpeakerFinder(new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()));
        for (var i = 0; i < frames; i++)
        {
            finder.Listen(samples.Slice(i * AudioFormat.FrameSamples, AudioFormat.FrameSamples));
        }
        var speakers = new int[frames];
        Array.Fill(speakers, -1);
        foreach (var turn in finder.Finish(2))
        {
            var (from, to) = (turn.StartMs / AudioFormat.FrameMs, Math.Min(frames, turn.EndMs / AudioFormat.FrameMs));
            Array.Fill(speakers, turn.Speaker, from, Math.Max(0, to - from));
        }
        return speakers;
    }

    /// <summary>Who speaks in most of it; -1: nobody.</summary>
    private static int Most(ReadOnlySpan<int> speakers)
    {
        var (first, second) = (speakers.Count(0), speakers.Count(1));
        return first + second == 0 ? -1 : first >= second ? 0 : 1;
    }
}
