namespace RealtimeTraining.Speech.Engines.Whisper;

internal static class SileroFile
{
    /// <summary>As whisper.cpp's converted models are named.</summary>
    public const string Name = "ggml-silero-v6.2.0.bin";

    // ggml's magic number, the length of the model's type, and the type.
    private static ReadOnlySpan<byte> Head => "lmgg\n\0\0\0silero-16k"u8;

    /// <summary>Why the file cannot be used; null when it looks like the model. Another file would end the process.</summary>
    public static string? Problem(string path)
    {
        Span<byte> head = stackalloc byte[Head.Length];
        try
        {
            using var file = File.OpenRead(path);
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(Head)
                ? null
                : $"{path} is not Silero's model in ggml format.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {e.Message}";
        }
    }

    /// <summary>The model's window: 32 ms.</summary>
    public const int WindowSamples = 512;
}
