using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Takes files out of a watched folder. A recording's id follows from its organisation and its bytes, and the file leaves
/// the folder only when the store has the recording queued, so that a server that is killed at any moment takes it again
/// and finds what it has begun: nothing is lost, nothing comes twice. Singleton.
/// </summary>
public sealed partial class FolderTaker(
    TrainingDbFactory databases, ReviewFolder folder, ReviewQueue queue, SettledFiles settled, RecordingRules rules,
    IOptions<ReviewOptions> limits, IOptions<WatchingOptions> options, TimeProvider time, ILogger<FolderTaker> logger)
{
    /// <summary>Where files go that cannot be taken, each with the reason beside it.</summary>
    public const string Bad = "bad";

    private const string Beside = ".json";
    private const int MostAtOnce = 200;

    private static readonly string[] Unfinished = [".part", ".tmp", ".crdownload", ".filepart", Beside];

    /// <returns>How many recordings were taken.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public async Task<int> LookAsync(WatchedFolder watched, CancellationToken cancellationToken)
    {
        if (await FolderOwner.FindAsync(databases, watched.As, cancellationToken) is not { } owner)
        {
            LogNobody(logger, watched.Folder, watched.As);
            return 0;
        }
        var taken = 0;
        foreach (var path in Directory.EnumerateFiles(watched.Folder).Where(IsMeant).Take(MostAtOnce).ToList())
        {
            var (file, beside) = (new FileInfo(path), new FileInfo(path + Beside));
            if (!file.Exists || !settled.IsSettled(file, beside, TimeSpan.FromSeconds(options.Value.SettleSeconds)))
            {
                continue;
            }
            try
            {
                taken += await TakeAsync(watched, owner, file, beside, cancellationToken) ? 1 : 0;
                settled.Forget(file);
            }
            catch (RecordingException reason)
            {
                PutAside(watched, file, beside, reason.Message);
                settled.Forget(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbUpdateException)
            {
                // Still open elsewhere, a full disk, no right to it: it stays and is tried again.
                LogStays(logger, file.FullName, exception);
            }
        }
        return taken;
    }

    private static bool IsMeant(string path) =>
        !Path.GetFileName(path).StartsWith('.') && !Unfinished.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private async Task<bool> TakeAsync(WatchedFolder watched, User owner, FileInfo file, FileInfo beside, CancellationToken cancellationToken)
    {
        Check(file);
        var facts = DroppedFacts.Of(file, beside, time.LocalTimeZone);
        await using var db = databases.Create(owner.TenantId);
        var staff = await StaffAsync(db, facts, cancellationToken);
        CheckWords(facts);
        var hash = await HashAsync(file.FullName, cancellationToken);
        if (await db.RecordedCalls.AnyAsync(row => row.Sha256 == hash, cancellationToken))
        {
            // Taken before, by this folder or by hand.
            Leave(file, beside);
            return false;
        }
        if (!await HasRoomAsync(db, file, cancellationToken))
        {
            return false;
        }
        var id = IdOf(owner.TenantId, hash);
        var call = await db.RecordedCalls.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (call is null)
        {
            call = new RecordedCallRow
            {
                Id = id, TenantId = owner.TenantId, UploadedBy = owner.Id, UploadedAt = time.GetUtcNow(), ChangedAt = time.GetUtcNow(), FileName = file.Name, Bytes = file.Length,
                StaffId = staff, TakenAt = facts.TakenAt, Queue = (facts.Queue ?? watched.Queue).Trim(), ConsentNoted = facts.ConsentNoted ?? watched.ConsentNoted,
            };
            db.Add(call);
            // Before the first byte is copied: what a crash leaves behind has a recording that it belongs to.
            await db.SaveChangesAsync(cancellationToken);
        }
        await CopyAsync(file, call, cancellationToken);
        if (!await QueueAsync(db, call, owner, hash, cancellationToken))
        {
            Leave(file, beside);
            return false;
        }
        Leave(file, beside);
        queue.Wake();
        return true;
    }

    private void Check(FileInfo file)
    {
        var reason = file.LinkTarget is not null ? "This is a link, not a file. Put the recording itself here."
            : RecordingRules.NameMistake(file.Name) is { } named ? named
            : !FileKinds.IsTaken(file.Name) ? $"It is not of a kind that is taken. {FileKinds.Listed} are."
            : file.Length == 0 ? "The file is empty. Record or export the call again."
            : file.Length > limits.Value.MaxFileBytes ? $"It is larger than the {limits.Value.MaxFileMegabytes:N0} MB that are taken. Save it as MP3 or M4A, or cut it into single calls."
            : null;
        if (reason is not null)
        {
            throw new RecordingException("notTaken", reason);
        }
    }

    private void CheckWords(DroppedFacts facts)
    {
        if (rules.FactsMistake(facts.Queue, facts.TakenAt) is { } mistake)
        {
            throw new RecordingException("notTaken", mistake);
        }
    }

    private static async Task<Guid?> StaffAsync(TrainingDb db, DroppedFacts facts, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(facts.Staff))
        {
            return null;
        }
        var (name, email) = (facts.Staff.Trim(), facts.Staff.Trim().ToUpperInvariant());
        var found = await db.Users.Where(person => person.NormalizedEmail == email || person.DisplayName == name).Select(person => person.Id).Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : throw new RecordingException("notTaken",
            found.Count == 0 ? "Nobody of the organisation has this name or e-mail address as staff. Correct it, or leave it out." : "Several people have this name. Give the e-mail address of the member of staff.");
    }

    private async Task<bool> HasRoomAsync(TrainingDb db, FileInfo file, CancellationToken cancellationToken)
    {
        if (await rules.IsFullAsync(db, cancellationToken) || !rules.HasRoomFor(file.Length))
        {
            LogNoRoom(logger, file.FullName);
            return false;
        }
        return true;
    }

    private async Task CopyAsync(FileInfo file, RecordedCallRow call, CancellationToken cancellationToken)
    {
        folder.Make(call);
        await using var from = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var to = PrivateFile.Open(folder.UploadOf(call), FileMode.Create, FileAccess.Write);
        await from.CopyToAsync(to, cancellationToken);
        to.Flush(flushToDisk: true);
    }

    /// <returns>False: the same was uploaded by hand at the same moment.</returns>
    private async Task<bool> QueueAsync(TrainingDb db, RecordedCallRow call, User owner, string hash, CancellationToken cancellationToken)
    {
        if (await HashAsync(folder.UploadOf(call), cancellationToken) != hash)
        {
            throw new IOException("The file changed while it was copied.");
        }
        (call.Sha256, call.Status, call.Stage, call.ChangedAt) = (hash, ReviewStatus.Queued, ReviewStage.Probe, time.GetUtcNow());
        db.Add(new ReviewAuditRow
        {
            Id = Guid.CreateVersion7(), At = time.GetUtcNow(), PersonId = owner.Id, PersonName = $"Watched folder, for {owner.DisplayName}", Deed = ReviewDeed.Uploaded, RecordedCallId = call.Id,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.RecordedCalls.AnyAsync(row => row.Sha256 == hash && row.Id != call.Id, cancellationToken))
            {
                throw;
            }
            db.Remove(call);
            await db.SaveChangesAsync(cancellationToken);
            folder.Remove(call);
            return false;
        }
    }

    private static Guid IdOf(Guid tenant, string hash) => new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{tenant:N} {hash}")).AsSpan(0, 16));

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    private static void Leave(FileInfo file, FileInfo beside)
    {
        file.Delete();
        beside.Delete();
    }

    private void PutAside(WatchedFolder watched, FileInfo file, FileInfo beside, string reason)
    {
        var bad = Directory.CreateDirectory(Path.Combine(watched.Folder, Bad)).FullName;
        var name = file.Name;
        for (var i = 2; File.Exists(Path.Combine(bad, name)); i++)
        {
            name = $"{Path.GetFileNameWithoutExtension(file.Name)} ({i}){file.Extension}";
        }
        // The reason first: a file without one would be a riddle.
        File.WriteAllText(Path.Combine(bad, name + ".txt"), reason + Environment.NewLine);
        if (beside.Exists)
        {
            beside.MoveTo(Path.Combine(bad, name + Beside), overwrite: true);
        }
        File.Move(file.FullName, Path.Combine(bad, name));
        LogPutAside(logger, watched.Folder, name);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing is taken from {Folder}: {Address} is not the e-mail address of a coach or an administrator.")]
    private static partial void LogNobody(ILogger logger, string folder, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} cannot be taken now and stays where it is. It is tried again.")]
    private static partial void LogStays(ILogger logger, string file, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} waits: the organisation keeps as many recordings as it may, or the disk is full.")]
    private static partial void LogNoRoom(ILogger logger, string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Folder}: {File} was put aside; the reason stands beside it.")]
    private static partial void LogPutAside(ILogger logger, string folder, string file);
}
