using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Whisper;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

public sealed class AudioContextTests
{
    [Theory]
    [InlineData(0, 128)]
    [InlineData(1_100, 192)]
    [InlineData(5_000, 384)]
    [InlineData(11_000, 704)]
    [InlineData(27_000, 1_500)]
    [InlineData(30_000, 1_500)]
    [InlineData(60_000, 1_500)]
    public void Context_CoversTheSoundAndAMargin(int milliseconds, int context) => Assert.Equal(context, AudioContext.For(AudioFormat.Samples(milliseconds)));

    [Fact]
    public void Context_IsNeverShorterThanTheSound()
    {
        for (var ms = 0; ms <= 28_000; ms += 10)
        {
            Assert.True(AudioContext.For(AudioFormat.Samples(ms)) * 20 >= ms);
        }
    }

    [Fact]
    public void Context_IsNeverLongerThanTheModels() => Assert.Equal(448, AudioContext.For(AudioFormat.Samples(20_000), whole: 448));
}
