using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Reads the lines of a call as they are after all corrections.</summary>
public static class CorrectedLines
{
    /// <summary>What a correction is sealed for.</summary>
    public static string NameOf(Guid callId, int line, int version) => $"line {callId:N} {line} correction {version}";

    public static CorrectedLine Open(RecordingVault vault, LineCorrectionRow row) =>
        JsonSerializer.Deserialize<CorrectedLine>(vault.Unseal(row.Sealed, NameOf(row.RecordedCallId, row.Line, row.Version)), Json.Options)!;

    /// <returns>In the order of their beginnings, without those in which no words were recognised; nothing masked.</returns>
    public static async Task<IReadOnlyList<ReviewLine>> LoadAsync(TrainingDb db, RecordingVault vault, RecordedCallRow call, CancellationToken cancellationToken)
    {
        var id = call.Id;
        var corrections = (await db.LineCorrections.AsNoTracking().Where(row => row.RecordedCallId == id).ToListAsync(cancellationToken))
            .GroupBy(row => row.Line).ToDictionary(group => group.Key, group => group.OrderBy(row => row.Version).Last());
        var lines = await RecordedLines.LoadAsync(db, vault, id, cancellationToken);
        return [.. lines.Where(line => line.Words.Text.Length > 0)
            .Select(line => Line(call, line.Row, line.Words, corrections.TryGetValue(line.Row.Number, out var row) ? Open(vault, row) : null))
            .OrderBy(line => line.StartMs).ThenBy(line => line.Number)];
    }

    public static Speaker SpeakerOf(RecordedCallRow call, int channel) =>
        !call.HasSides ? Speaker.Unknown : channel == call.StaffChannel ? Speaker.Staff : Speaker.Caller;

    private static ReviewLine Line(RecordedCallRow call, RecordedLineRow row, SpokenWords words, CorrectedLine? corrected) => corrected is null
        ? new ReviewLine(row.Number, SpeakerOf(call, row.Channel), row.StartMs, row.EndMs, words.Text, words.Confidence, words.Words) { Voice = words.Voice }
        : new ReviewLine(row.Number, corrected.Speaker ?? SpeakerOf(call, row.Channel), corrected.StartMs, corrected.EndMs, corrected.Text, 1, corrected.Words, Corrected: true)
        {
            Voice = (corrected.StartMs, corrected.EndMs) == (row.StartMs, row.EndMs) ? words.Voice : null,
        };
}
