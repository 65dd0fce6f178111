using LLama.Native;
using Microsoft.Extensions.Logging;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>The native library, one for the process: whether it is there, and where what it says goes. Thread-safe.</summary>
internal static partial class LLamaNative
{
    private static readonly Lazy<bool> Loads = new(TryLoad);
    private static volatile ILogger? _logger;

    // What the native code says comes on the thread that called it.
    [ThreadStatic]
    private static string? _error;

    /// <summary>Why the library cannot be used; null when it can. The first call loads it.</summary>
    public static string? Problem() => Loads.Value
        ? null
        : "The native library of llama.cpp does not load here: build with the package LLamaSharp.Backend.Cpu (or a backend for this machine's GPU) and, on Debian, install libgomp1.";

    /// <summary>The latest logger hears what the library has to say. It speaks of files and tensors, never of what people said.</summary>
    public static void SpeakTo(ILogger logger) => _logger = logger;

    /// <summary>The last error that the library told of while this was done; null when none.</summary>
    public static string? ErrorIn(Action work)
    {
        _error = null;
        work();
        return _error;
    }

    private static bool TryLoad()
    {
        try
        {
            if (!NativeLibraryConfig.LLama.LibraryHasLoaded)
            {
                NativeLibraryConfig.LLama.WithLogCallback(Hear);
            }
            NativeApi.llama_empty_call();
            NativeLogConfig.llama_log_set(Hear);
            return true;
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return false;
        }
    }

    private static void Hear(LLamaLogLevel level, string message)
    {
        if (level == LLamaLogLevel.Error)
        {
            _error = message.TrimEnd();
        }
        if (_logger is { } logger && level is LLamaLogLevel.Error or LLamaLogLevel.Warning)
        {
            LogNative(logger, message.TrimEnd());
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "llama.cpp: {Message}")]
    private static partial void LogNative(ILogger logger, string message);
}
