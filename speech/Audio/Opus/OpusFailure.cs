namespace RealtimeTraining.Speech.Audio.Opus;

internal static class OpusFailure
{
    /// <param name="error">0 or one of libopus' negative codes (opus_defines.h).</param>
    public static void ThrowIf(int error, string what)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"libopus could not {what} (error {error}).");
        }
    }
}
