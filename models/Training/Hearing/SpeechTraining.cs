using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Networks;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>Trains the network that detects speech on scenes made of recorded voices and noise.</summary>
internal static class SpeechTraining
{
    public const int Hidden = 56;
    private const int Streams = 16;
    private const int Steps = 80;
    private const int ScenesForScale = 24;

    /// <param name="voices">Who speaks, and of whom babble is made.</param>
    /// <param name="updates">Steps of learning, of 25.6 s of sound each.</param>
    /// <param name="tell">Hears of the loss now and then.</param>
    public static GatedWeights Train(IReadOnlyList<LabelledSound> voices, int updates, long seed, Action<string> tell)
    {
        var (scenes, trainer) = (new OfficeScene(voices), new GatedTrainer(SpeechFeatures.Count, Hidden, Streams, Steps, seed));
        SetScale(trainer.Weights, scenes, seed);
        var ears = Enumerable.Range(0, Streams).Select(i => new Ear(scenes, new SeededRandom(seed * 1_000 + i))).ToArray();
        var loss = 0.0;
        for (var update = 0; update < updates; update++)
        {
            Parallel.For(0, Streams, i => ears[i].Fill(trainer.Streams[i]));
            loss += trainer.Learn((double)update / updates);
            if ((update + 1) % 100 == 0)
            {
                tell($"{update + 1} of {updates}: loss {loss / 100:0.0000}");
                loss = 0;
            }
        }
        return trainer.Weights;
    }

    /// <summary>Mean 0 and variance 1 for each feature.</summary>
    private static void SetScale(GatedWeights weights, OfficeScene scenes, long seed)
    {
        var (sums, squares, count) = (new double[SpeechFeatures.Count], new double[SpeechFeatures.Count], 0);
        var (features, random) = (new float[SpeechFeatures.Count], new SeededRandom(seed + 1));
        for (var i = 0; i < ScenesForScale; i++)
        {
            var (scene, reader) = (scenes.Make(random), new SpeechFeatures());
            for (var frame = 0; frame < scene.Labels.Length; frame++, count++)
            {
                reader.Read(scene.Samples.AsSpan(frame * AudioFormat.FrameSamples, AudioFormat.FrameSamples), features);
                for (var f = 0; f < features.Length; f++)
                {
                    sums[f] += features[f];
                    squares[f] += (double)features[f] * features[f];
                }
            }
        }
        for (var f = 0; f < features.Length; f++)
        {
            weights.Means[f] = (float)(sums[f] / count);
            weights.Scales[f] = (float)(1 / Math.Sqrt(Math.Max(1e-6, squares[f] / count - Math.Pow(sums[f] / count, 2))));
        }
    }

    /// <summary>Listens to one scene after the other.</summary>
    private sealed class Ear(OfficeScene scenes, SeededRandom random)
    {
        private readonly SpeechFeatures _reader = new();
        private LabelledSound? _scene;
        private int _at;

        public void Fill(GatedPass pass)
        {
            // A scene ends with a whole pass, so that the network never forgets in the middle of one.
            if (_scene is null || _at + Steps > _scene.Labels.Length)
            {
                (_scene, _at) = (scenes.Make(random), 0);
                _reader.Reset();
                pass.Forget();
            }
            for (var step = 0; step < Steps; step++, _at++)
            {
                _reader.Read(_scene.Samples.AsSpan(_at * AudioFormat.FrameSamples, AudioFormat.FrameSamples), pass.Features.AsSpan(step * SpeechFeatures.Count, SpeechFeatures.Count));
                pass.Targets[step] = _scene.Labels[_at] switch { FrameLabel.Speech => 1, FrameLabel.Quiet => 0, _ => null };
            }
        }
    }
}
