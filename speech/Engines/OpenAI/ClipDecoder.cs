using System.Buffers.Binary;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>
/// Turns the bytes of one answer into mono samples as they come: bare 16-bit samples, or a WAV file, whichever the
/// server sends. Not thread-safe.
/// </summary>
internal sealed class ClipDecoder(string server, int pcmRateHz, string? mediaType)
{
    private const int MostHeaderBytes = 65_536;

    private static readonly string[] Compressed = ["audio/mpeg", "audio/mp3", "audio/ogg", "audio/opus", "audio/aac", "audio/flac"];

    private readonly List<byte> waiting = [];
    private bool begun;
    private int channels = 1;
    private long left = long.MaxValue;
    private long frames;

    /// <summary>Known once the first samples have come.</summary>
    public int RateHz { get; private set; } = pcmRateHz;

    public long Milliseconds => frames * 1000 / RateHz;

    /// <summary>The samples that are whole by now.</summary>
    /// <exception cref="RemoteServerException">It is another kind of sound, or none.</exception>
    public short[] Add(ReadOnlySpan<byte> bytes)
    {
        waiting.AddRange(bytes);
        if (!begun && !Begin())
        {
            return [];
        }
        var frameBytes = channels * Pcm.BytesPerSample;
        var whole = (int)Math.Min(waiting.Count, left) / frameBytes * frameBytes;
        var all = Pcm.FromBytes(waiting.GetRange(0, whole).ToArray());
        waiting.RemoveRange(0, whole);
        left -= whole;
        if (left < frameBytes)
        {
            // What stands behind the sound in a WAV file is not sound.
            waiting.Clear();
        }
        frames += all.Length / channels;
        return channels == 1 ? all : [.. all.Chunk(channels).Select(frame => (short)frame.Average(sample => sample))];
    }

    /// <summary>The answer is over.</summary>
    /// <exception cref="RemoteServerException">There was no sound in it.</exception>
    public void End()
    {
        if (frames == 0)
        {
            throw Strange("sent no sound");
        }
    }

    private bool Begin()
    {
        if (waiting.Count < 4)
        {
            return false;
        }
        var head = waiting.GetRange(0, Math.Min(waiting.Count, MostHeaderBytes)).ToArray().AsSpan();
        if (head.StartsWith("RIFF"u8))
        {
            return BeginWav(head);
        }
        if (head.StartsWith("OggS"u8) || head.StartsWith("fLaC"u8) || head.StartsWith("ID3"u8)
            || Compressed.Contains(mediaType, StringComparer.OrdinalIgnoreCase))
        {
            throw Strange("sent compressed sound");
        }
        begun = true;
        return true;
    }

    private bool BeginWav(ReadOnlySpan<byte> head)
    {
        var formatKnown = false;
        for (var at = 12; at + 8 <= head.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head[(at + 4)..]);
            if (head[at..].StartsWith("data"u8))
            {
                if (!formatKnown)
                {
                    throw Strange("sent a WAV file without a format");
                }
                // A file that is still being written states no length, or the greatest.
                left = size is 0 or >= 0x7FFF_0000 ? long.MaxValue : size;
                waiting.RemoveRange(0, at + 8);
                begun = true;
                return true;
            }
            if (head[at..].StartsWith("fmt "u8) && at + 24 <= head.Length)
            {
                ReadFormat(head[(at + 8)..]);
                formatKnown = true;
            }
            if (size > MostHeaderBytes)
            {
                break;
            }
            at += 8 + (int)(size + (size & 1));
        }
        return waiting.Count < MostHeaderBytes ? false : throw Strange("sent a WAV file without sound");
    }

    private void ReadFormat(ReadOnlySpan<byte> format)
    {
        int code = BinaryPrimitives.ReadUInt16LittleEndian(format);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        if (code is not (1 or 0xFFFE) || bits != 16 || channels is not (1 or 2) || rate is < 8_000 or > 48_000)
        {
            throw Strange($"sent a WAV file of format {code} with {bits} bits, {channels} channels and {rate} Hz");
        }
        RateHz = (int)rate;
    }

    private RemoteServerException Strange(string what) => new(RemoteFailure.NotUnderstood,
        $"{server} {what}; 16-bit samples or a WAV file of them can be played: check {OpenAISpeechOptions.Section}:Format.");
}
