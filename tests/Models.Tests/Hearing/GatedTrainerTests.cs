using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Networks;
using RealtimeTraining.Models.Training.Hearing;

namespace RealtimeTraining.Models.Tests.Hearing;

public sealed class GatedTrainerTests
{
    [Fact]
    public void Gradients_AreThoseOfTheLoss()
    {
        var (weights, random) = (new GatedTrainer(3, 4, 1, 1, seed: 3).Weights, new SeededRandom(9));
        Array.Fill(weights.Scales, 1f);
        var pass = new GatedPass(weights, 6);
        for (var i = 0; i < pass.Features.Length; i++)
        {
            pass.Features[i] = (float)(2 * random.NextDouble() - 1);
        }
        (pass.Targets[1], pass.Targets[4], pass.Targets[5]) = (1, 0, 1);
        pass.Run();
        float[][] slopes = [.. pass.Gradients.Trained.Select(one => (float[])one.Values.Clone())];

        foreach (var (part, values) in weights.Trained.Select((one, i) => (i, one.Values)))
        {
            for (var i = 0; i < values.Length; i += Math.Max(1, values.Length / 7))
            {
                Assert.Equal((LossWith(values, i, 0.01f) - LossWith(values, i, -0.01f)) / 0.02, slopes[part][i], 0.004);
            }
        }

        double LossWith(float[] values, int i, float change)
        {
            pass.Forget();
            values[i] += change;
            pass.Run();
            values[i] -= change;
            return pass.Loss;
        }
    }

    [Fact]
    public void WhatWasSeenSomeStepsBefore_IsLearntToBeRemembered()
    {
        var (weights, last) = Learn(1_500);
        var network = GatedNetworkFile.Read(GatedNetworkFile.Write(new GatedHeader("memory", "bit", 1, 8, []), weights));
        var (memory, random, right, before) = (network.NewMemory(), new SeededRandom(77), 0, new Queue<bool>([false, false]));
        for (var step = 0; step < 300; step++)
        {
            var bit = random.Next(2) == 1;
            right += network.Step([bit ? 1 : 0], memory) > 0.5f == before.Dequeue() ? 1 : 0;
            before.Enqueue(bit);
        }

        Assert.InRange(last, 0, 0.2);
        Assert.InRange(right, 280, 300);
    }

    [Fact]
    public void SameSeed_GivesTheSameBytes()
    {
        var header = new GatedHeader("memory", "bit", 1, 8, []);

        Assert.Equal(GatedNetworkFile.Write(header, Learn(20).Weights), GatedNetworkFile.Write(header, Learn(20).Weights));
    }

    /// <summary>To say which bit came two steps ago.</summary>
    private static (GatedWeights Weights, double Loss) Learn(int updates)
    {
        const int steps = 25;
        var trainer = new GatedTrainer(1, 8, streams: 4, steps, seed: 5);
        trainer.Weights.Scales[0] = 1;
        var (random, before, loss) = (new SeededRandom(6), trainer.Streams.Select(_ => new Queue<bool>([false, false])).ToList(), 0.0);
        for (var update = 0; update < updates; update++)
        {
            for (var stream = 0; stream < trainer.Streams.Count; stream++)
            {
                for (var step = 0; step < steps; step++)
                {
                    var bit = random.Next(2) == 1;
                    (trainer.Streams[stream].Features[step], trainer.Streams[stream].Targets[step]) = (bit ? 1 : 0, before[stream].Dequeue() ? 1 : 0);
                    before[stream].Enqueue(bit);
                }
            }
            loss = trainer.Learn((double)update / updates);
        }
        return (trainer.Weights, loss);
    }
}
