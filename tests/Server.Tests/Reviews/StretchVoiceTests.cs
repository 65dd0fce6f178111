using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class StretchVoiceTests
{
    [Fact]
    public void Hum_HasItsPitch_WhateverItsGain_AndALevelThatFollowsIt()
    {
        var soft = StretchVoice.Measure(Hum(180, 2_000))!;
        var loud = StretchVoice.Measure(Hum(180, 4_000))!;
        var high = StretchVoice.Measure(Hum(240, 2_000))!;

        Assert.InRange(soft.PitchHz!.Value, 178, 182);
        Assert.InRange(loud.PitchHz!.Value, 178, 182);
        Assert.InRange(high.PitchHz!.Value, 237, 243);
        Assert.InRange(loud.LevelDbfs - soft.LevelDbfs, 5.9, 6.1);
        Assert.InRange(soft.SpeechMs, 900, 1_060);
    }

    [Fact]
    public void WhatIsNoVoice_HasNoPitch()
    {
        Assert.Null(StretchVoice.Measure(new short[AudioFormat.FrameSamples - 1]));
        Assert.Null(StretchVoice.Measure(new short[AudioFormat.Samples(1_000)])!.PitchHz);
        var noise = new Random(3);
        Assert.Null(StretchVoice.Measure([.. Enumerable.Range(0, AudioFormat.Samples(1_000)).Select(_ => (short)noise.Next(-4_000, 4_000))])!.PitchHz);
    }

    [FfmpegFact]
    public async Task BothVoices_AreHeldAgainstHowEachBegan()
    {
        const int seconds = 17;
        // Four lines each; the caller's last is twice as high in the wave.
        var staff = MadeSound.Speaking(seconds, 0, 4, 8, 12);
        var caller = MadeSound.Speaking(seconds, 2, 6, 10);
        var raised = MadeSound.Speaking(seconds, 14);
        for (var i = AudioFormat.Samples(14_000); i < caller.Length; i++)
        {
            caller[i] = (short)(2 * raised[i]);
        }
        using var room = await ReviewRoom.OpenAsync(null, new CountingRecogniser { Says = [.. Enumerable.Repeat("i would like to talk about the bill that came", 8)] });
        var review = await room.TakeInAsync(MadeSound.Stereo(staff, caller));

        var numbers = (await room.Coach.GetAsync<ReviewReading>($"/api/reviews/{review.Id}/reading")).Debrief!.Numbers;

        Assert.InRange(Assert.Single(numbers.Voice).LoudnessDb, -1, 1);
        Assert.InRange(Assert.Single(numbers.OtherVoice).LoudnessDb, 5, 7);
        Assert.InRange(numbers.OtherVoice[0].PitchSemitones!.Value, -0.5, 0.5);
    }

    /// <summary>A second of it, between edges of a hushed room.</summary>
    private static short[] Hum(double hz, double height)
    {
        var noise = new Random(5);
        return [.. Enumerable.Range(0, AudioFormat.Samples(1_400)).Select(i =>
            (short)((i >= AudioFormat.Samples(200) && i < AudioFormat.Samples(1_200) ? height * Math.Sin(i * 2 * Math.PI * hz / AudioFormat.SampleRateHz) : 0) + noise.Next(-3, 4)))];
    }
}
