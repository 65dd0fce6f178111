using System.Buffers.Binary;

namespace RealtimeTraining.Speech.Audio;

/// <summary>Reads WAV files (16, 24 and 32-bit PCM, 32-bit float, any rate, up to eight channels), and writes 16-bit mono ones.</summary>
public static class WavFile
{
    /// <summary>Longer data is refused rather than read into memory: two hours of 48 kHz stereo.</summary>
    public const int MaxDataBytes = 1_400_000_000;

    private const int PcmFormat = 1;
    private const int FloatFormat = 3;
    private const int ExtensibleFormat = 0xFFFE;

    /// <summary>The file as 16 kHz mono: channels averaged, rate converted.</summary>
    /// <exception cref="InvalidDataException">It is not a WAV file, or of a kind that is not read; the message says which.</exception>
    public static short[] ReadMono(string path)
    {
        using var file = File.OpenRead(path);
        return ReadMono(file);
    }

    /// <inheritdoc cref="ReadMono(string)"/>
    public static short[] ReadMono(Stream stream)
    {
        var (format, data) = ReadChunks(stream);
        var width = format.Bits / 8;
        var mono = new short[data.Length / (width * format.Channels)];
        for (var i = 0; i < mono.Length; i++)
        {
            var sum = 0f;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += Sample(data.AsSpan((i * format.Channels + channel) * width), format);
            }
            mono[i] = Pcm.FromFloat(sum / format.Channels);
        }
        return Resampler.Convert(mono, format.RateHz, AudioFormat.SampleRateHz);
    }

    /// <summary>Writes 16 kHz mono samples.</summary>
    public static void WriteMono(string path, ReadOnlySpan<short> samples)
    {
        using var file = File.Create(path);
        file.Write(ToBytes(samples));
    }

    /// <summary>A whole file of 16 kHz mono samples.</summary>
    public static byte[] ToBytes(ReadOnlySpan<short> samples)
    {
        var header = new byte[WavHeader.Bytes];
        WavHeader.Write(header, 1, AudioFormat.SampleRateHz, (uint)(samples.Length * Pcm.BytesPerSample));
        return [.. header, .. Pcm.ToBytes(samples)];
    }

    private static (Format Format, byte[] Data) ReadChunks(Stream stream)
    {
        var head = ReadUpTo(stream, 12);
        if (head.Length < 12 || !head.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !head.AsSpan(8, 4).SequenceEqual("WAVE"u8))
        {
            throw new InvalidDataException("This is not a WAV file: it does not begin with RIFF and WAVE.");
        }
        Format? format = null;
        while (ReadUpTo(stream, 8) is { Length: 8 } chunk)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(4));
            if (chunk.AsSpan(0, 4).SequenceEqual("data"u8))
            {
                var data = ReadUpTo(stream, CheckedSize(stream, size));
                return (format ?? throw new InvalidDataException("The WAV file has its data before its format."), data);
            }
            if (size > 1_000_000 && chunk.AsSpan(0, 4).SequenceEqual("fmt "u8))
            {
                throw new InvalidDataException("The WAV file's format chunk is too long.");
            }
            // Chunks are padded to an even length.
            var body = ReadUpTo(stream, CheckedSize(stream, size + (size & 1)));
            if (chunk.AsSpan(0, 4).SequenceEqual("fmt "u8))
            {
                format = ParseFormat(body);
            }
        }
        throw new InvalidDataException("The WAV file has no data.");
    }

    /// <summary>A file whose writer crashed may state no length, or too much: what is there counts.</summary>
    private static int CheckedSize(Stream stream, uint stated)
    {
        var size = stream.CanSeek ? Math.Min(stated, stream.Length - stream.Position) : stated;
        return size <= MaxDataBytes ? (int)size
            : throw new InvalidDataException($"The WAV file is longer than the {MaxDataBytes:N0} bytes that are read at most.");
    }

    private static Format ParseFormat(byte[] body)
    {
        if (body.Length < 16)
        {
            throw new InvalidDataException("The WAV file's format chunk is too short.");
        }
        int code = BinaryPrimitives.ReadUInt16LittleEndian(body);
        if (code == ExtensibleFormat && body.Length >= 26)
        {
            code = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(24));
        }
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(2));
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(body.AsSpan(4));
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(14));
        if ((code, bits) is not ((PcmFormat, 16 or 24 or 32) or (FloatFormat, 32)))
        {
            throw new InvalidDataException(
                $"The WAV file has format {code} with {bits} bits. PCM of 16, 24 or 32 bits and float of 32 bits are read.");
        }
        if (channels is < 1 or > 8 || rate is < 1_000 or > 384_000)
        {
            throw new InvalidDataException($"The WAV file states {channels} channels at {rate} Hz, which cannot be right.");
        }
        return new Format(code == FloatFormat, channels, (int)rate, bits);
    }

    private static float Sample(ReadOnlySpan<byte> bytes, Format format) => format switch
    {
        { IsFloat: true } => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        { Bits: 16 } => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32768f,
        { Bits: 24 } => ((sbyte)bytes[2] << 16 | bytes[1] << 8 | bytes[0]) / 8388608f,
        _ => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2147483648f,
    };

    private static byte[] ReadUpTo(Stream stream, int count)
    {
        // Grows with what really comes, so that a stated length alone takes no memory.
        using var buffer = new MemoryStream();
        var block = new byte[Math.Min(count, 81_920)];
        while (buffer.Length < count)
        {
            var read = stream.Read(block, 0, (int)Math.Min(block.Length, count - buffer.Length));
            if (read == 0)
            {
                break;
            }
            buffer.Write(block, 0, read);
        }
        return buffer.ToArray();
    }

    private readonly record struct Format(bool IsFloat, int Channels, int RateHz, int Bits);
}
