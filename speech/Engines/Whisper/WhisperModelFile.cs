using System.Buffers.Binary;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>What a ggml file says of itself in its first bytes.</summary>
/// <param name="AudioContext">Positions of the encoder, 50 a second.</param>
internal readonly record struct WhisperModelFile(int Vocabulary, int AudioContext)
{
    private const int Magic = 0x67676d6c;

    /// <summary>English-only models have 51,864 tokens, the others more.</summary>
    public bool IsMultilingual => Vocabulary >= 51_865;

    /// <summary>Why the file cannot be used; null when it looks like a model, which is then in <paramref name="model"/>.</summary>
    public static string? Problem(string path, out WhisperModelFile model)
    {
        model = default;
        Span<byte> head = stackalloc byte[12];
        try
        {
            using var file = File.OpenRead(path);
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
                || BinaryPrimitives.ReadInt32LittleEndian(head) != Magic)
            {
                return $"{path} is not a Whisper model in ggml format. {Cure}";
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"{path} is not there. {Cure}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {e.Message}";
        }
        model = new WhisperModelFile(BinaryPrimitives.ReadInt32LittleEndian(head[4..]), BinaryPrimitives.ReadInt32LittleEndian(head[8..]));
        // Other ggml files, such as the one for speech detection, have other things there.
        return model is { Vocabulary: > 1_000, AudioContext: > 0 and <= Whisper.AudioContext.Whole }
            ? null
            : $"{path} is a ggml file, but not a Whisper model. {Cure}";
    }

    internal const string Cure = "Run ./dev models get whisper-base.en.";
}
