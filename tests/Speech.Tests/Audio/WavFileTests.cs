using System.Text;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Audio;

public sealed class WavFileTests
{
    [Fact]
    public void Written_ReadsBack()
    {
        var path = Path.GetTempFileName();
        try
        {
            short[] samples = [1, -2, 3, short.MaxValue, short.MinValue];
            WavFile.WriteMono(path, samples);

            Assert.Equal(samples, WavFile.ReadMono(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Stereo_IsAveraged() =>
        Assert.Equal([150, -50], Read(Wav(1, 2, 16_000, 16, Pcm.ToBytes([100, 200, -100, 0]))));

    [Fact]
    public void Float_IsRead() =>
        Assert.Equal([16_384, -32_768], Read(Wav(3, 1, 16_000, 32, [.. BitConverter.GetBytes(0.5f), .. BitConverter.GetBytes(-1f)])));

    [Fact]
    public void TwentyFourBits_AreRead() =>
        Assert.Equal([1, -1], Read(Wav(1, 1, 16_000, 24, [0x00, 0x01, 0x00, 0x00, 0xFF, 0xFF])));

    [Fact]
    public void OtherChunks_AreSkipped()
    {
        var plain = Wav(1, 1, 16_000, 16, Pcm.ToBytes([7, 8]));
        byte[] withNote = [.. plain[..12], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. plain[12..]];

        Assert.Equal([7, 8], Read(withNote));
    }

    [Fact]
    public void DataCutShort_GivesWhatIsThere()
    {
        var wav = Wav(1, 1, 16_000, 16, Pcm.ToBytes([1, 2, 3, 4]));

        Assert.Equal([1, 2], Read(wav[..^4]));
    }

    [Theory]
    [InlineData(6, 1, 16_000, 8, "format 6")]
    [InlineData(1, 0, 16_000, 16, "0 channels")]
    [InlineData(1, 1, 5, 16, "5 Hz")]
    public void WhatIsNotRead_IsNamed(int format, int channels, int rate, int bits, string named)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(Wav(format, channels, rate, bits, [0, 0])));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("this is a letter, not a recording")]
    [InlineData("RIFF\x01\x00\x00\x00WAVE")]
    [InlineData("RIFF\x01\x00\x00\x00WAVEdata\x02\x00\x00\x00ab")]
    public void NoWavFile_IsRefused(string content) =>
        Assert.Throws<InvalidDataException>(() => Read(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void HugeStatedLength_TakesNoMemory()
    {
        // From a stream whose length is unknown: only what comes is kept.
        var wav = Wav(1, 1, 16_000, 16, Pcm.ToBytes([5]));
        BitConverter.GetBytes(1_000_000_000u).CopyTo(wav, 40);

        Assert.Equal([5], WavFile.ReadMono(new Pipe(wav)));
    }

    [DataFact("audio/jfk.wav")]
    public void Speech_IsElevenSeconds() =>
        Assert.InRange(WavFile.ReadMono(SharedData.PathOf("audio/jfk.wav")).Length, 10 * 16_000, 12 * 16_000);

    [DataFact("audio/telephone_8k.wav")]
    public void TelephoneSpeech_IsBroughtTo16Khz() =>
        Assert.InRange(WavFile.ReadMono(SharedData.PathOf("audio/telephone_8k.wav")).Length, 44 * 16_000, 47 * 16_000);

    private static short[] Read(byte[] wav) => WavFile.ReadMono(new MemoryStream(wav));

    private static byte[] Wav(int format, int channels, int rate, int bits, byte[] data)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + data.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)format);
        writer.Write((short)channels);
        writer.Write(rate);
        writer.Write(rate * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write((short)bits);
        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
        return stream.ToArray();
    }

    private sealed class Pipe(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
