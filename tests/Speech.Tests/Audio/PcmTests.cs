using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Tests.Audio;

public sealed class PcmTests
{
    [Fact]
    public void BytesAndSamples_ThereAndBack()
    {
        short[] samples = [0, 1, -1, short.MaxValue, short.MinValue, 0x1234];

        var bytes = Pcm.ToBytes(samples);

        Assert.Equal(0x34, bytes[10]);
        Assert.Equal(0x12, bytes[11]);
        Assert.Equal(samples, Pcm.FromBytes(bytes));
    }

    [Fact]
    public void FromBytes_WithHalfASample_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => Pcm.FromBytes(new byte[3]));

        Assert.Contains("3 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromBytes_IntoTooShortATarget_Throws() =>
        Assert.Throws<ArgumentException>(() => Pcm.FromBytes(new byte[4], new short[1]));

    [Theory]
    [InlineData(2f, short.MaxValue)]
    [InlineData(-2f, short.MinValue)]
    [InlineData(float.NaN, 0)]
    [InlineData(0.5f, 16384)]
    public void FromFloat_ClipsAndSilencesNonsense(float value, short expected) =>
        Assert.Equal(expected, Pcm.FromFloat(value));

    [Fact]
    public void ToFloats_MakesFullScaleOne_AndLeavesWhatFollows()
    {
        float[] floats = [9, 9, 9, 9];

        Pcm.ToFloats([short.MinValue, 0, 16384], floats);

        Assert.Equal([-1, 0, 0.5f, 9], floats);
    }
}
