using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition.Streaming;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

public sealed class UtteranceAudioTests
{
    [Fact]
    public void Quiet_IsWhatIsFarBelowTheLoudest()
    {
        var audio = Of([.. Noise.Loud(1_000), .. Noise.Quiet(400)]);

        Assert.True(audio.IsQuiet(AudioFormat.Samples(1_000), audio.Count));
        Assert.False(audio.IsQuiet(AudioFormat.Samples(980), audio.Count));
    }

    [Fact]
    public void LoudRoom_IsNeverCalledQuiet()
    {
        short[] room = [.. Noise.Quiet(2_000).Select(sample => (short)(sample * 60))];

        Assert.False(Of([.. Noise.Loud(1_000), .. room]).IsQuiet(AudioFormat.Samples(1_000), AudioFormat.Samples(3_000)));
    }

    [Fact]
    public void QuietestPoint_LiesInThePause()
    {
        var audio = Of([.. Noise.Loud(700), .. Noise.Quiet(100), .. Noise.Loud(700)]);

        Assert.InRange(AudioFormat.Milliseconds(audio.QuietestPoint(AudioFormat.Samples(200), AudioFormat.Samples(1_300))), 720, 780);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(16_001)]
    public void AnyChunkSize_GivesTheSame(int chunk)
    {
        var samples = (short[])[.. Noise.Loud(500), .. Noise.Quiet(300), .. Noise.Loud(5_000)];
        var audio = new UtteranceAudio();
        foreach (var part in samples.Chunk(chunk))
        {
            audio.Add(part);
        }

        Assert.Equal(samples, audio.Part(0, audio.Count).ToArray());
        Assert.Equal(Of(samples).LoudestDbfs, audio.LoudestDbfs);
        Assert.True(audio.IsQuiet(AudioFormat.Samples(500), AudioFormat.Samples(800)));
    }

    [Fact]
    public void Part_StaysAsItWas_WhileMoreIsAdded()
    {
        var audio = Of(Noise.Loud(3_000));
        var part = audio.Part(100, 4_000);
        var before = part.ToArray();

        audio.Add(Noise.Loud(20_000));

        Assert.Equal(before, part.ToArray());
    }

    private static UtteranceAudio Of(short[] samples)
    {
        var audio = new UtteranceAudio();
        audio.Add(samples);
        return audio;
    }
}
