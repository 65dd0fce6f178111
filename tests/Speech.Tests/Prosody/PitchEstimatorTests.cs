using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Prosody;

namespace RealtimeTraining.Speech.Tests.Prosody;

public sealed class PitchEstimatorTests
{
    [Theory]
    [InlineData(65)]
    [InlineData(82.4)]
    [InlineData(120)]
    [InlineData(207.7)]
    [InlineData(311)]
    [InlineData(480)]
    public void APulseTrain_HasItsPitch_WithinOnePercent(double hz)
    {
        var estimate = new PitchEstimator().Estimate(Buzz(hz, firstHarmonic: 1, noise: 0));
        Assert.NotNull(estimate);
        Assert.InRange(estimate.Value, hz * 0.99, hz * 1.01);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(190)]
    public void ATelephone_ThatPassesNoFundamental_ChangesNothing(double hz)
    {
        var estimate = new PitchEstimator().Estimate(Buzz(hz, firstHarmonic: (int)Math.Ceiling(300 / hz), noise: 0));
        Assert.InRange(estimate!.Value, hz * 0.99, hz * 1.01);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(220)]
    public void ARoomWithAFan_20DbBelow_ChangesLittle(double hz) =>
        Assert.InRange(new PitchEstimator().Estimate(Buzz(hz, 1, noise: 0.1))!.Value, hz * 0.98, hz * 1.02);

    [Fact]
    public void SoundsWithoutPitch_HaveNone()
    {
        var random = new Random(1);
        var estimator = new PitchEstimator();
        Assert.Null(estimator.Estimate(new short[PitchEstimator.WindowSamples]));
        for (var trial = 0; trial < 50; trial++)
        {
            Assert.Null(estimator.Estimate([.. Enumerable.Range(0, PitchEstimator.WindowSamples).Select(_ => (short)random.Next(-8000, 8000))]));
        }
    }

    [Fact]
    public void AnotherWindow_IsRefused() => Assert.Throws<ArgumentException>(() => new PitchEstimator().Estimate(new short[320]));

    /// <summary>Harmonics up to 3.4 kHz that fall off as a voice's do.</summary>
    private static short[] Buzz(double hz, int firstHarmonic, double noise)
    {
        var random = new Random(2);
        var samples = new double[PitchEstimator.WindowSamples];
        for (var harmonic = firstHarmonic; harmonic * hz < 3400; harmonic++)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] += Math.Sin(2 * Math.PI * harmonic * hz * i / AudioFormat.SampleRateHz + harmonic) / harmonic;
            }
        }
        var power = Math.Sqrt(samples.Average(sample => sample * sample));
        return [.. samples.Select(sample => (short)(3000 * (sample / power + noise * Math.Sqrt(3) * (2 * random.NextDouble() - 1))))];
    }
}
