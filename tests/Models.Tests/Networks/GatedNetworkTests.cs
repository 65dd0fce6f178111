using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Networks;

namespace RealtimeTraining.Models.Tests.Networks;

public sealed class GatedNetworkTests
{
    [Fact]
    public void WhatIsWritten_IsReadAgain_ButForRounding()
    {
        var (header, weights) = (Header(), Weights(1));

        var read = GatedNetworkFile.Read(GatedNetworkFile.Write(header, weights));

        Assert.Equal(("test", "f-1", 3, 5), (read.Header.Name, read.Header.Features, read.Header.Inputs, read.Header.Hidden));
        Assert.Equal(header.TrainedOn, read.Header.TrainedOn);
        var (before, after) = (new GatedNetwork(header, weights), read);
        var (one, other) = (before.NewMemory(), after.NewMemory());
        for (var step = 0; step < 30; step++)
        {
            float[] features = [MathF.Sin(step), step % 3, -step % 5];
            Assert.Equal(before.Step(features, one), after.Step(features, other), 0.03f);
        }
    }

    [Fact]
    public void WrittenTwice_GivesTheSameBytes() => Assert.Equal(GatedNetworkFile.Write(Header(), Weights(2)), GatedNetworkFile.Write(Header(), Weights(2)));

    [Fact]
    public void DamagedFiles_AreRefused()
    {
        var file = GatedNetworkFile.Write(Header(), Weights(3));

        Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read([]));
        Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read(new byte[2 << 20]));
        Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read(file.AsSpan(0, file.Length - 1)));
        Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read([.. file, 0]));
        Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read([(byte)'X', .. file[1..]]));
        Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read([.. file[..5], 255, 255, 255, 127, .. file[9..]]));
        Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read([.. file[..^4], .. BitConverter.GetBytes(float.NaN)]));
    }

    [Fact]
    public void ImpossibleSizes_AreRefused() => Assert.Throws<InvalidDataException>(() => GatedNetworkFile.Read(
        GatedNetworkFile.Write(new GatedHeader("test", "f-1", 3, 5_000, []), Weights(4))));

    [Fact]
    public void WhatIsNoNumber_DoesNotStayInMind()
    {
        var network = new GatedNetwork(Header(), Weights(5));
        var memory = network.NewMemory();

        var odd = network.Step([float.NaN, float.PositiveInfinity, float.NegativeInfinity], memory);

        Assert.InRange(odd, 0, 1);
        Assert.InRange(network.Step([0, 0, 0], memory), 0, 1);
    }

    [Fact]
    public void ClearedMemory_BeginsAnew()
    {
        var network = new GatedNetwork(Header(), Weights(6));
        var memory = network.NewMemory();
        var first = network.Step([1, 2, 3], memory);
        var second = network.Step([1, 2, 3], memory);

        memory.Clear();

        Assert.NotEqual(first, second);
        Assert.Equal(first, network.Step([1, 2, 3], memory));
    }

    [Fact]
    public void OtherSizes_AreRefused()
    {
        var network = new GatedNetwork(Header(), Weights(7));

        Assert.Throws<ArgumentException>(() => network.Step([1, 2], network.NewMemory()));
        Assert.Throws<ArgumentException>(() => new GatedNetwork(Header(), new GatedWeights(3, 6)));
    }

    private static GatedHeader Header() => new("test", "f-1", 3, 5, [new TrainingSource("some.wav", "00", "CC BY 4.0")]);

    private static GatedWeights Weights(int seed)
    {
        var (weights, random) = (new GatedWeights(3, 5), new SeededRandom(seed));
        Array.Fill(weights.Scales, 0.7f);
        foreach (var (values, _) in weights.Trained)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (float)(random.NextDouble() - 0.5);
            }
        }
        return weights;
    }
}
