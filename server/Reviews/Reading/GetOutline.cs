using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The outline of a call's sound, for drawing it before any of it has been loaded.</summary>
/// <param name="Channels">For each channel the loudest sample of each step, 0-255.</param>
public sealed record SoundOutline(int DurationMs, IReadOnlyList<IReadOnlyList<int>> Channels);

public static class GetOutline
{
    /// <summary>As many steps as a wide screen can show.</summary>
    public const int Steps = 4_000;

    public static async Task<Results<Ok<SoundOutline>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, ReviewFolder folder, RecordingVault vault, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call || call.Channels is not { } channels
            || !File.Exists(folder.SoundOf(call)))
        {
            return ReviewProblems.NotFound();
        }
        using var sound = new RecordedSound(vault.Open(folder.SoundOf(call)), channels);
        return TypedResults.Ok(Draw(sound, Steps));
    }

    /// <param name="steps">At most; a shorter sound has one for each 10 ms.</param>
    public static SoundOutline Draw(RecordedSound sound, int steps)
    {
        var perStep = (int)Math.Max(160, (sound.Length + steps - 1) / steps);
        var channels = Enumerable.Range(0, sound.Channels).Select(_ => new List<int>()).ToArray();
        var block = new short[perStep * sound.Channels];
        sound.Rewind();
        while (sound.Read(block) is > 0 and var count)
        {
            for (var channel = 0; channel < channels.Length; channel++)
            {
                var peak = 0;
                for (var i = channel; i < count; i += channels.Length)
                {
                    peak = Math.Max(peak, Math.Abs((int)block[i]));
                }
                channels[channel].Add(Math.Min(255, peak >> 7));
            }
        }
        return new SoundOutline(sound.DurationMs, channels);
    }
}
