using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Tests.Audio;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(8_000, 16_000)]
    [InlineData(48_000, 16_000)]
    [InlineData(44_100, 16_000)]
    [InlineData(16_000, 48_000)]
    [InlineData(11_025, 16_000)]
    public void Tone_KeepsItsPitchItsLevelAndItsPlace(int fromHz, int toHz)
    {
        var converted = Resampler.Convert(Tone(1_000, fromHz, fromHz), fromHz, toHz);

        Assert.Equal(toHz, converted.Length);
        var expected = Tone(1_000, toHz, toHz);
        // The edges see half a filter of nothing.
        var edge = toHz / 100;
        for (var i = edge; i < toHz - edge; i++)
        {
            Assert.InRange(Math.Abs(converted[i] - expected[i]), 0, 60);
        }
    }

    [Fact]
    public void ToneAboveTheNewBand_IsTakenOut()
    {
        var converted = Resampler.Convert(Tone(10_000, 48_000, 48_000), 48_000, 16_000);

        Assert.InRange(Loudness.RmsDbfs(converted.AsSpan(160, 15_000)), Loudness.SilenceDbfs, -65);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(960)]
    public void InPieces_GivesWhatOnePieceGives(int piece)
    {
        var samples = Tone(440, 48_000, 12_345);
        var whole = Resampler.Convert(samples, 48_000, 16_000);

        var resampler = new Resampler(48_000, 16_000);
        List<short> pieces = [.. samples.Chunk(piece).SelectMany(part => resampler.Process(part))];
        pieces.AddRange(resampler.Finish());

        Assert.Equal(whole, pieces);
    }

    [Fact]
    public void AfterFinish_BeginsAnew()
    {
        var samples = Tone(440, 8_000, 4_000);
        var resampler = new Resampler(8_000, 16_000);
        short[] first = [.. resampler.Process(samples), .. resampler.Finish()];

        short[] second = [.. resampler.Process(samples), .. resampler.Finish()];

        Assert.Equal(first, second);
    }

    [Fact]
    public void Constant_StaysConstant()
    {
        var converted = Resampler.Convert(Enumerable.Repeat((short)10_000, 8_000).ToArray(), 8_000, 16_000);

        Assert.All(converted[200..^200], sample => Assert.InRange(sample, (short)9_990, (short)10_010));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-8_000)]
    [InlineData(10_000_000)]
    public void NonsenseRate_IsRefused(int rateHz) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(rateHz, 16_000));

    [Fact]
    public void NothingIn_NothingOut() => Assert.Empty(Resampler.Convert([], 8_000, 16_000));

    private static short[] Tone(double hz, int rateHz, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (short)Math.Round(12_000 * Math.Sin(2 * Math.PI * hz * i / rateHz)))];
}
