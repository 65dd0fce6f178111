using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="FileName">With its ending.</param>
/// <param name="Bytes">Of the whole file.</param>
/// <param name="StaffId">Who took the call; null: not known.</param>
/// <param name="TakenAt">When the call was; null: not known.</param>
/// <param name="Queue">The line or team that the call came in on; may be empty.</param>
/// <param name="ConsentNoted">The parties agreed to be recorded, and that is written down somewhere.</param>
public sealed record BeginUpload(string FileName, long Bytes, Guid? StaffId, DateTimeOffset? TakenAt, string? Queue, bool ConsentNoted);

/// <summary>Announces a recording; its pieces follow with <c>PUT /api/reviews/{id}/content</c>.</summary>
public sealed class BeginUploadHandler(
    TrainingDb db, ReviewFolder folder, RecordingRules rules, ReviewSummaries summaries, ICurrentUser user, IOptions<ReviewOptions> options, TimeProvider time)
{
    public async Task<Results<Created<ReviewSummary>, ProblemHttpResult>> HandleAsync(BeginUpload request, CancellationToken cancellationToken)
    {
        if (Mistake(request) is { } mistake)
        {
            return mistake;
        }
        if (await RecordingRules.StaffMistakeAsync(db, request.StaffId, cancellationToken) is { } unknown)
        {
            return Problems.Invalid(unknown);
        }
        if (await db.RecordedCalls.CountAsync(row => row.Status == ReviewStatus.Uploading, cancellationToken) >= options.Value.MaxOpenUploads)
        {
            return Problems.Problem("tooManyUploads", StatusCodes.Status429TooManyRequests,
                $"{options.Value.MaxOpenUploads} uploads of your organisation have begun and not ended. Let them finish, or remove them from the list.");
        }
        if (await rules.IsFullAsync(db, cancellationToken))
        {
            return Problems.Problem("tooManyRecordings", StatusCodes.Status409Conflict,
                $"Your organisation keeps {options.Value.MaxRecordings:N0} recordings, which is the limit of this server. Remove some that are no longer needed.");
        }
        var call = new RecordedCallRow
        {
            Id = Guid.CreateVersion7(),
            TenantId = user.TenantId,
            UploadedBy = user.UserId,
            UploadedAt = time.GetUtcNow(),
            ChangedAt = time.GetUtcNow(),
            FileName = NameOf(request.FileName),
            Bytes = request.Bytes,
            StaffId = request.StaffId,
            TakenAt = request.TakenAt,
            Queue = request.Queue?.Trim() ?? "",
            ConsentNoted = request.ConsentNoted,
        };
        folder.Make(call);
        if (!rules.HasRoomFor(request.Bytes))
        {
            return ReviewProblems.DiskFull();
        }
        db.Add(call);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/reviews/{call.Id}", await summaries.OfAsync(call, cancellationToken));
    }

    private ProblemHttpResult? Mistake(BeginUpload request)
    {
        var name = NameOf(request.FileName);
        return RecordingRules.NameMistake(name) is { } named ? Problems.Invalid(named)
            : !FileKinds.IsTaken(name) ? Problems.Problem("fileKind", StatusCodes.Status415UnsupportedMediaType,
                $"{name} is not of a kind that is taken. {FileKinds.Listed} are.")
            : request.Bytes <= 0 ? Problems.Problem("empty", StatusCodes.Status400BadRequest, $"{name} is empty. Record or export the call again.")
            : request.Bytes > options.Value.MaxFileBytes ? Problems.Problem("tooLarge", StatusCodes.Status413PayloadTooLarge,
                $"{name} is larger than the {options.Value.MaxFileMegabytes:N0} MB that are taken. Save it as MP3 or M4A, or cut it into single calls.")
            : rules.FactsMistake(request.Queue, request.TakenAt) is { } mistaken ? Problems.Invalid(mistaken)
            : null;
    }

    /// <summary>Browsers of another system may send a folder along.</summary>
    private static string NameOf(string? fileName) => (fileName ?? "")[((fileName ?? "").LastIndexOfAny(['/', '\\']) + 1)..].Trim();
}
