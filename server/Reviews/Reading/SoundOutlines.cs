using System.Text.Json;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Keeps the outline of each call's sound beside it, sealed like it: to draw one, all of the sound has to be opened, which
/// takes most of a second for an hour. Singleton.
/// </summary>
public sealed class SoundOutlines(ReviewFolder folder, RecordingVault vault)
{
    /// <summary>Draws the outline and keeps it. Done again it makes the same.</summary>
    /// <param name="channels">Of the sound.</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Keep(RecordedCallRow call, int channels)
    {
        var content = vault.Seal(JsonSerializer.SerializeToUtf8Bytes(Draw(call, channels), Json.Options), NameOf(call.Id));
        using var file = PrivateFile.Open(folder.OutlineOf(call), FileMode.Create, FileAccess.Write);
        file.Write(content);
    }

    /// <summary>As it was kept; drawn anew for a recording that is from before outlines were.</summary>
    public async Task<SoundOutline> OfAsync(RecordedCallRow call, int channels, CancellationToken cancellationToken) => File.Exists(folder.OutlineOf(call))
        ? JsonSerializer.Deserialize<SoundOutline>(vault.Unseal(await File.ReadAllBytesAsync(folder.OutlineOf(call), cancellationToken), NameOf(call.Id)), Json.Options)!
        : Draw(call, channels);

    /// <summary>What an outline is sealed for.</summary>
    private static string NameOf(Guid callId) => $"outline {callId:N}";

    private SoundOutline Draw(RecordedCallRow call, int channels)
    {
        using var sound = new RecordedSound(vault.Open(folder.SoundOf(call)), channels);
        return GetOutline.Draw(sound, GetOutline.Steps);
    }
}
