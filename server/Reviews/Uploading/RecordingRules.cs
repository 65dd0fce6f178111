using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What may be said of a recording, and whether there is room for it, however it comes in. Singleton.</summary>
public sealed class RecordingRules(ReviewFolder folder, IOptions<ReviewOptions> options, TimeProvider time)
{
    private const int MaxFileName = 200;
    private const int MaxQueue = 100;

    /// <summary>What is wrong with the name of its file, for a person; null: nothing.</summary>
    public static string? NameMistake(string name) =>
        name.Length is 0 or > MaxFileName || name.Any(char.IsControl) ? $"Give the file a name of 1 to {MaxFileName} characters." : null;

    /// <summary>What is wrong with what was said of the call, for a person; null: nothing.</summary>
    public string? FactsMistake(string? queue, DateTimeOffset? takenAt) =>
        queue?.Trim().Length > MaxQueue ? $"The name of the queue may have {MaxQueue} characters."
        : takenAt is { } taken && (taken > time.GetUtcNow().AddDays(1) || taken.Year < 1970) ? "The call cannot have been at that time. Correct the date." : null;

    /// <summary>What is wrong with who is said to have taken the call, for a person; null: nothing.</summary>
    public static async Task<string?> StaffMistakeAsync(TrainingDb db, Guid? staffId, CancellationToken cancellationToken) =>
        staffId is { } staff && !await db.Users.AnyAsync(person => person.Id == staff, cancellationToken) ? "There is nobody with this id in your organisation. Choose again who took the call." : null;

    /// <summary>The organisation keeps as many as it may.</summary>
    public async Task<bool> IsFullAsync(TrainingDb db, CancellationToken cancellationToken) => await db.RecordedCalls.CountAsync(cancellationToken) >= options.Value.MaxRecordings;

    /// <summary>Whether the disk takes a file: the sound that comes out of it can be larger.</summary>
    public bool HasRoomFor(long bytes) => folder.FreeBytes() - options.Value.SpareDiskMegabytes * 1_000_000L >= bytes * 2;
}
