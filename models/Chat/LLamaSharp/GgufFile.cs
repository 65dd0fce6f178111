using System.Buffers.Binary;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>A look at the first bytes of a model file, so that a wrong file is named as such without loading it. Stateless.</summary>
internal static class GgufFile
{
    private const int HeaderBytes = 24;
    private const uint MaxVersion = 3;

    /// <summary>What is wrong with the file, in a sentence with a cure; null when it begins like a model.</summary>
    public static string? Problem(string path)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        int read;
        try
        {
            using var file = File.OpenRead(path);
            read = file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"{path} is not there: {Cure}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read ({e.Message}): let this program's user read it, or {Cure}";
        }
        if (read < HeaderBytes || !header.StartsWith("GGUF"u8))
        {
            return $"{path} is not a language model in the GGUF format: {Cure}";
        }
        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        return version is > 1 and <= MaxVersion
            ? null
            : $"{path} is in version {version} of the GGUF format, and only 2 and {MaxVersion} can be read: {Cure}";
    }

    public const string Cure = $"get another with ./dev models get, or name one in {LLamaChatOptions.Section}:{nameof(LLamaChatOptions.ModelPath)}.";
}
