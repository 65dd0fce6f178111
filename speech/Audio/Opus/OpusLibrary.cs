using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Audio.Opus;

/// <summary>Whether the system has libopus.</summary>
public static class OpusLibrary
{
    /// <summary>Null when it is there; otherwise what to install.</summary>
    public static string? WhyNot { get; } = Probe();

    private static string? Probe()
    {
        if (!NativeLibrary.TryLoad(OpusNative.Library, out var handle))
        {
            return $"{OpusNative.Library} is missing: install the Debian package libopus0 (apt-get install libopus0).";
        }
        NativeLibrary.Free(handle);
        return null;
    }
}
