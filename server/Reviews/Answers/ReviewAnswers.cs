using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Category">Of an answer to a score.</param>
/// <param name="AtMs">Of an answer to a moment, from the beginning of the recording.</param>
/// <param name="RepliedBy">Null: no coach has replied.</param>
public sealed record ReviewAnswer(
    Guid Id, string StaffName, DateTimeOffset At, AnswerAbout About, ScoringCategory? Category, int? AtMs, AnswerState State, string Text,
    string? RepliedBy, DateTimeOffset? RepliedAt, AnswerReply? Reply);

/// <summary>Seals and opens what is answered to reviews: it is about what was said. Scoped.</summary>
public sealed class ReviewAnswers(TrainingDb db, RecordingVault vault)
{
    public const int MostCharacters = 2_000;

    public byte[] SealText(Guid answerId, string text) => vault.Seal(Encoding.UTF8.GetBytes(text), NameOf(answerId));

    public byte[] SealReply(Guid answerId, AnswerReply reply) => vault.Seal(JsonSerializer.SerializeToUtf8Bytes(reply, Json.Options), ReplyNameOf(answerId));

    /// <summary>The earliest first.</summary>
    /// <param name="staffId">Null: of everybody.</param>
    public async Task<IReadOnlyList<ReviewAnswer>> ListAsync(Guid callId, Guid? staffId, CancellationToken cancellationToken)
    {
        var rows = await db.ReviewAnswers.AsNoTracking().Where(row => row.RecordedCallId == callId && (staffId == null || row.StaffId == staffId))
            .OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Open)];
    }

    private ReviewAnswer Open(ReviewAnswerRow row) => new(
        row.Id, row.StaffName, row.At, row.About, row.Category, row.AtMs, row.State, Encoding.UTF8.GetString(vault.Unseal(row.Sealed, NameOf(row.Id))),
        row.RepliedByName, row.RepliedAt,
        row.SealedReply is null ? null : JsonSerializer.Deserialize<AnswerReply>(vault.Unseal(row.SealedReply, ReplyNameOf(row.Id)), Json.Options));

    private static string NameOf(Guid answerId) => $"answer {answerId:N}";

    private static string ReplyNameOf(Guid answerId) => $"reply {answerId:N}";
}
