using Whisper.net;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>The native library, one for the process.</summary>
internal static class WhisperRuntime
{
    private static readonly Lazy<string?> Trouble = new(Load);

    /// <summary>Why the library cannot be used; null when it can. The first call loads it.</summary>
    public static string? Problem() => Trouble.Value;

    private static string? Load()
    {
        try
        {
            WhisperFactory.GetRuntimeInfo();
            return null;
        }
        // The loader throws plain exceptions; it says what is missing, such as AVX or a file.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"The native library of Whisper does not load here: {e.Message.TrimEnd('.')}. "
                + "Processors without AVX2 need the package Whisper.net.Runtime.NoAvx; on Debian libgomp1 must be installed.";
        }
    }
}
