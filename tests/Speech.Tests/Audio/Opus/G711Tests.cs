using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Speech.Tests.Audio.Opus;

public sealed class G711Tests
{
    // From the tables of ITU-T G.711, scaled to 16 bits.
    [Theory]
    [InlineData(0xFF, 0)]
    [InlineData(0x7F, 0)]
    [InlineData(0xFE, 8)]
    [InlineData(0x80, 32_124)]
    [InlineData(0x00, -32_124)]
    [InlineData(0x8F, 16_764)]
    public void MuLaw_HasTheStandardsValues(byte code, short sample) => Assert.Equal(sample, G711.FromMuLaw(code));

    [Theory]
    [InlineData(0xD5, 8)]
    [InlineData(0x55, -8)]
    [InlineData(0xAA, 32_256)]
    [InlineData(0x2A, -32_256)]
    [InlineData(0x80, 5_504)]
    public void ALaw_HasTheStandardsValues(byte code, short sample) => Assert.Equal(sample, G711.FromALaw(code));

    [Fact]
    public void EveryCode_ComesBackAsItself()
    {
        for (var code = 0; code <= 255; code++)
        {
            Assert.Equal((byte)code, G711.ToALaw(G711.FromALaw((byte)code)));
            // µ-law has two zeros; negative zero comes back as the other.
            Assert.Equal(code == 0x7F ? (byte)0xFF : (byte)code, G711.ToMuLaw(G711.FromMuLaw((byte)code)));
        }
    }

    [Fact]
    public void EverySample_ComesBackWithinItsStep()
    {
        for (int sample = short.MinValue; sample <= short.MaxValue; sample++)
        {
            var allowed = Math.Max(16, Math.Abs(sample) / 16);
            Assert.InRange(G711.FromMuLaw(G711.ToMuLaw((short)sample)) - sample, -allowed - 650, allowed + 650);
            Assert.InRange(Math.Abs(G711.FromALaw(G711.ToALaw((short)sample)) - sample), 0, Math.Max(allowed, 512));
        }
    }
}
