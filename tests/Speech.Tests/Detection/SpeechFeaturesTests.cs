using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;

namespace RealtimeTraining.Speech.Tests.Detection;

public sealed class SpeechFeaturesTests
{
    [Fact]
    public void PowersOfTheSpectrum_AddUpToTheMeanSquare()
    {
        var (random, spectrum, powers) = (new Random(1), new SoundSpectrum(), new float[SoundSpectrum.Bins]);
        var (sum, count) = (0.0, 200);
        for (var i = 0; i < count; i++)
        {
            spectrum.Read([.. Enumerable.Range(0, SoundSpectrum.Length).Select(_ => (float)(2 * random.NextDouble() - 1))], powers);
            sum += powers.Sum();
        }

        Assert.Equal(1 / 3.0, sum / count, 0.01);
    }

    [Theory]
    [InlineData(250)]
    [InlineData(1_000)]
    [InlineData(5_500)]
    public void Tone_StandsInItsBin(int hz)
    {
        var powers = new float[SoundSpectrum.Bins];

        new SoundSpectrum().Read([.. Enumerable.Range(0, SoundSpectrum.Length).Select(i => MathF.Sin(2 * MathF.PI * hz * i / AudioFormat.SampleRateHz))], powers);

        Assert.Equal(hz * SoundSpectrum.Length / AudioFormat.SampleRateHz, Array.IndexOf(powers, powers.Max()));
        Assert.Equal(0.5, powers.Sum(), 0.005);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(125)]
    [InlineData(250)]
    public void VoiceOfManyHarmonics_IsPeriodicAtItsPitch(int hz)
    {
        var periodicity = new Periodicity();
        foreach (var frame in Frames(i => Enumerable.Range(1, 8).Sum(harmonic => Math.Sin(2 * Math.PI * hz * harmonic * i / AudioFormat.SampleRateHz) / harmonic) / 4, 10))
        {
            periodicity.Add(frame);
        }

        Assert.InRange(periodicity.Strength, 0.9, 1);
        // The pitch, or a whole part of it: that is a period too.
        Assert.InRange(Math.Abs(hz / periodicity.PitchHz - Math.Round(hz / periodicity.PitchHz)), 0, 0.06);
    }

    [Fact]
    public void Hiss_IsHardlyPeriodic_AndSilenceNotAtAll()
    {
        var (random, periodicity) = (new Random(2), new Periodicity());
        var strengths = Frames(_ => 0.1 * (2 * random.NextDouble() - 1), 100).Select(frame =>
        {
            periodicity.Add(frame);
            return periodicity.Strength;
        }).Skip(5).ToList();

        Assert.InRange(strengths.Average(), 0, 0.4);
        periodicity.Reset();
        periodicity.Add(new float[AudioFormat.FrameSamples]);
        Assert.Equal(0, periodicity.Strength);
    }

    [Fact]
    public void NoiseFloors_FollowTheRoom_AndNotTheVoice()
    {
        var floors = new NoiseFloors(1);
        for (var i = 0; i < 500; i++)
        {
            // Two seconds of voice with short gaps, in a room of -60.
            floors.Add([i % 100 < 90 ? -20 : -60]);
        }
        Assert.InRange(floors.Values[0], -61, -55);
        for (var i = 0; i < 200; i++)
        {
            floors.Add([-40]);
        }
        Assert.InRange(floors.Values[0], -41, -39);
    }

    [Fact]
    public void EveryFeature_IsANumber_WhateverIsHeard()
    {
        var (random, reader, features) = (new Random(3), new SpeechFeatures(), new float[SpeechFeatures.Count]);
        Func<int, short>[] sounds =
        [
            _ => 0, _ => short.MaxValue, _ => short.MinValue, i => i % 2 == 0 ? short.MaxValue : short.MinValue, _ => (short)random.Next(short.MinValue, short.MaxValue + 1),
            i => i == 100 ? short.MinValue : (short)0,
        ];
        foreach (var sound in sounds)
        {
            for (var frame = 0; frame < 60; frame++)
            {
                reader.Read([.. Enumerable.Range(0, AudioFormat.FrameSamples).Select(sound)], features);
                Assert.All(features, feature => Assert.InRange(feature, -20, 20));
            }
        }
    }

    [Fact]
    public void OffsetOfTheMicrophone_ChangesNothing_OnceItsStepIsPast()
    {
        var (random, plain, shifted) = (new Random(4), new SpeechFeatures(), new SpeechFeatures());
        var (one, other) = (new float[SpeechFeatures.Count], new float[SpeechFeatures.Count]);
        for (var frame = 0; frame < 50; frame++)
        {
            short[] sound = [.. Enumerable.Range(0, AudioFormat.FrameSamples).Select(_ => (short)random.Next(-2_000, 2_000))];
            plain.Read(sound, one);
            shifted.Read(Array.ConvertAll(sound, sample => (short)(sample + 3_000)), other);

            // 64 ms are looked at for a period.
            if (frame >= 4)
            {
                Assert.All(one.Zip(other), pair => Assert.Equal(pair.First, pair.Second, 0.02));
            }
        }
    }

    [Fact]
    public void WrongLengths_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new SpeechFeatures().Read(new short[160], new float[SpeechFeatures.Count]));
        Assert.Throws<ArgumentException>(() => new SpeechFeatures().Read(new short[AudioFormat.FrameSamples], new float[3]));
    }

    private static IEnumerable<float[]> Frames(Func<int, double> sample, int count) =>
        Enumerable.Range(0, count).Select(frame => Enumerable.Range(frame * AudioFormat.FrameSamples, AudioFormat.FrameSamples).Select(i => (float)sample(i)).ToArray());
}
