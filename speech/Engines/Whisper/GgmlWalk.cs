using System.Text;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>
/// Walks through a Whisper model in ggml format without reading its weights, to see whether it is whole: the native
/// loader ends the process on one that was cut off. Some hundred small reads.
/// </summary>
internal static class GgmlWalk
{
    private const int Numbers = 11;
    private const int MaxName = 512;

    /// <summary>Bytes and weights of a block, by ggml's number of the type.</summary>
    private static readonly Dictionary<int, (int Bytes, int Weights)> Blocks = new()
    {
        [0] = (4, 1), [1] = (2, 1), [2] = (18, 32), [3] = (20, 32), [6] = (22, 32), [7] = (24, 32), [8] = (34, 32),
        [10] = (84, 256), [11] = (110, 256), [12] = (144, 256), [13] = (176, 256), [14] = (210, 256),
    };

    /// <summary>Where it breaks off or makes no sense; null when it is whole.</summary>
    public static string? Problem(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            Skip(reader, 4 + Numbers * 4);
            Skip(reader, 4L * Count(reader, 256) * Count(reader, 10_000));
            for (var words = Count(reader, 1_000_000); words > 0; words--)
            {
                Skip(reader, Count(reader, 10_000));
            }
            while (reader.BaseStream.Position < reader.BaseStream.Length)
            {
                if (!SkipTensor(reader))
                {
                    // Of a type that is not known here; the loader may know it.
                    return null;
                }
            }
            return null;
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            return $"{path} is damaged: {e.Message}";
        }
    }

    private static bool SkipTensor(BinaryReader reader)
    {
        var (dimensions, name, type) = (Count(reader, 4), Count(reader, MaxName), reader.ReadInt32());
        var weights = 1L;
        for (var i = 0; i < dimensions; i++)
        {
            weights *= Count(reader, 1_000_000);
        }
        Skip(reader, name);
        if (!Blocks.TryGetValue(type, out var block))
        {
            return false;
        }
        Skip(reader, weights / block.Weights * block.Bytes);
        return true;
    }

    private static int Count(BinaryReader reader, int most) =>
        reader.ReadInt32() is var count && count >= 0 && count <= most ? count
            : throw new InvalidDataException($"at byte {reader.BaseStream.Position - 4:N0} stands {count:N0}, which cannot be.");

    private static void Skip(BinaryReader reader, long bytes)
    {
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (bytes > left)
        {
            throw new EndOfStreamException($"it ends {bytes - left:N0} bytes too early.");
        }
        reader.BaseStream.Seek(bytes, SeekOrigin.Current);
    }
}
