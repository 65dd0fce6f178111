using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Detection;

public sealed class MusicMeterTests
{
    // A made voice glides less than people do, and few seconds say little; recordings of people stay below .05.
    [FliteTheory]
    [InlineData("slt")]
    [InlineData("rms")]
    [InlineData("awb")]
    public async Task Voice_IsNoMusic(string voice)
    {
        var meter = Heard(await Spoken.SayAsync("Thank you for calling Riverside. How can I help you today? May I have your full name and your date of birth, please?", voice));

        Assert.InRange(meter.HeardSeconds, 4, 20);
        Assert.InRange(meter.Share, 0, 0.4);
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(1_000)]
    public void Chords_AreMusic_HoweverFastTheyChange(int eachMs)
    {
        var meter = Heard(Chords.Play(12_000, eachMs));

        Assert.InRange(meter.HeardSeconds, 11, 12);
        Assert.InRange(meter.Share, 0.7, 1);
    }

    [Fact]
    public void OfALongSoundSamplesAreTaken_AndStandForTheRest()
    {
        var meter = Heard([.. Noise.Loud(6 * 60_000), .. Chords.Play(6 * 60_000, eachMs: 2_000)]);

        Assert.InRange(meter.HeardSeconds, 710, 720);
        Assert.InRange(meter.Share, 0.35, 0.5);
    }

    [Fact]
    public void SilenceIsNotHeard_AndNoiseIsNoMusic()
    {
        Assert.Equal((0, 0.0), (Heard(new short[AudioFormat.Samples(5_000)]).HeardSeconds, Heard(new short[AudioFormat.Samples(5_000)]).Share));
        Assert.Equal(0, Heard(Noise.Loud(5_000)).Share);
    }

    private static MusicMeter Heard(short[] samples)
    {
        var meter = new MusicMeter();
        for (var at = 0; at + AudioFormat.FrameSamples <= samples.Length; at += AudioFormat.FrameSamples)
        {
            meter.Add(samples.AsSpan(at, AudioFormat.FrameSamples));
        }
        return meter;
    }
}
