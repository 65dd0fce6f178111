using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Reads what was written down of a recorded call.</summary>
public static class RecordedLines
{
    /// <summary>What a line is sealed for.</summary>
    public static string NameOf(Guid callId, int number) => $"line {callId:N} {number}";

    /// <summary>In order, those without words too.</summary>
    public static async Task<IReadOnlyList<(RecordedLineRow Row, SpokenWords Words)>> LoadAsync(
        TrainingDb db, RecordingVault vault, Guid callId, CancellationToken cancellationToken)
    {
        var rows = await db.RecordedLines.AsNoTracking().Where(row => row.RecordedCallId == callId).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row, JsonSerializer.Deserialize<SpokenWords>(vault.Unseal(row.Sealed, NameOf(callId, row.Number)), Json.Options)!))];
    }
}
