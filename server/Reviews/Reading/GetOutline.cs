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
        Guid id, TrainingDb db, ReviewFolder folder, SoundOutlines outlines, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call || call.Channels is not { } channels
            || !File.Exists(folder.SoundOf(call)))
        {
            return ReviewProblems.NotFound();
        }
        var outline = await outlines.OfAsync(call, channels, cancellationToken);
        return TypedResults.Ok(call.ByVoice ? ByVoice(outline, await db.RecordedLines.AsNoTracking().Where(line => line.RecordedCallId == id).ToListAsync(cancellationToken)) : outline);
    }

    /// <summary>Each voice on a side of its own, as if it had a channel; between the lines nothing.</summary>
    public static SoundOutline ByVoice(SoundOutline outline, IReadOnlyList<RecordedLineRow> lines)
    {
        var all = outline.Channels[0];
        int[][] sides = [new int[all.Count], new int[all.Count]];
        foreach (var line in lines)
        {
            var (from, to) = ((long)line.StartMs * all.Count / Math.Max(1, outline.DurationMs), (long)line.EndMs * all.Count / Math.Max(1, outline.DurationMs));
            for (var i = (int)from; i <= Math.Min(to, all.Count - 1); i++)
            {
                sides[line.Channel == 0 ? 0 : 1][i] = all[i];
            }
        }
        return outline with { Channels = sides };
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
