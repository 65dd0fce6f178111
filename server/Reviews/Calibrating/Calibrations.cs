using System.Text;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Puts together what is shown of calibrations; what coaches judged only of those that have opened. Scoped.</summary>
public sealed class Calibrations(TrainingDb db, ReviewReader reader, Judgements judgements, RecordingVault vault, ICurrentUser user)
{
    public void Keep(AgreedScoreRow row, string reason) => row.Sealed = vault.Seal(Encoding.UTF8.GetBytes(reason), row.SealName);

    public bool MayClose(CalibrationRow row) => row.MadeBy == user.UserId || user.IsIn(Role.Administrator);

    public Task<bool> HasOpenedAsync(CalibrationRow row, CancellationToken cancellationToken)
    {
        var id = row.Id;
        return BlindJudging.Unopened(db).AllAsync(other => other.Id != id, cancellationToken);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<CalibrationListed>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var me = user.UserId;
        var rows = await db.Calibrations.AsNoTracking().OrderByDescending(row => row.MadeAt).ThenBy(row => row.Id).Take(most).ToListAsync(cancellationToken);
        var unopened = await BlindJudging.Unopened(db).Select(row => row.Id).ToListAsync(cancellationToken);
        var stands = await StandAsync([.. rows.Select(row => row.Id)], cancellationToken);
        var listed = new List<CalibrationListed>();
        foreach (var row in rows)
        {
            var (calls, coaches, handedIn) = stands[row.Id];
            var (mine, opened) = (coaches.Find(coach => coach.CoachId == me), !unopened.Contains(row.Id));
            var toJudge = mine is null ? 0 : calls.Count(call => !handedIn.Contains((call.RecordedCallId, me)));
            var isNew = opened && calls.Count > 0 && mine is { ResultsSeenAt: null };
            listed.Add(new CalibrationListed(row.Id, row.Title, row.MadeByName, row.MadeAt, calls.Count, Progress(calls, coaches, handedIn), toJudge, opened, isNew));
        }
        return listed;
    }

    public async Task<Calibration> OfAsync(CalibrationRow row, CancellationToken cancellationToken)
    {
        var me = user.UserId;
        var (calls, coaches, handedIn) = (await StandAsync([row.Id], cancellationToken))[row.Id];
        var opened = await HasOpenedAsync(row, cancellationToken);
        var shown = new List<CalibrationCall>();
        var scores = new List<(ScoringCategory Category, IReadOnlyDictionary<Guid, int> Scores)>();
        foreach (var call in calls)
        {
            var recorded = await db.RecordedCalls.AsNoTracking().FirstAsync(one => one.Id == call.RecordedCallId, cancellationToken);
            var judged = opened ? await JudgedAsync(row.Id, recorded, coaches, cancellationToken) : [];
            scores.AddRange(judged.Select(category => (category.Shown.Category, category.Scores)));
            shown.Add(new CalibrationCall(recorded.Id, recorded.FileName, handedIn.Contains((recorded.Id, me)), [.. judged.Select(category => category.Shown)]));
        }
        List<Guid> raters = [.. coaches.Select(coach => coach.CoachId).Where(coach => calls.Exists(call => handedIn.Contains((call.RecordedCallId, coach))))];
        return new Calibration(
            row.Id, row.Title, row.MadeByName, row.MadeAt, opened, row.ClosedByName, coaches.Exists(coach => coach.CoachId == me), MayClose(row), Progress(calls, coaches, handedIn), shown,
            [.. scores.GroupBy(one => one.Category, one => one.Scores).OrderBy(group => group.Key).Select(group => CalibrationAgreement.Of(group.Key, raters, [.. group])).OfType<CalibrationAgreement>()]);
    }

    private static List<CalibrationCoach> Progress(List<CalibrationCallRow> calls, List<CalibrationCoachRow> coaches, HashSet<(Guid Call, Guid Coach)> handedIn) =>
        [.. coaches.Select(coach => new CalibrationCoach(coach.CoachName, calls.Count(call => handedIn.Contains((call.RecordedCallId, coach.CoachId)))))];

    /// <summary>Of all of them at once, however many there are.</summary>
    private async Task<IReadOnlyDictionary<Guid, Stand>> StandAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var calls = (await db.CalibrationCalls.AsNoTracking().Where(row => ids.Contains(row.CalibrationId)).OrderBy(row => row.Number).ToListAsync(cancellationToken))
            .ToLookup(row => row.CalibrationId);
        var coaches = (await db.CalibrationCoaches.AsNoTracking().Where(row => ids.Contains(row.CalibrationId))
            .OrderBy(row => row.CoachName).ThenBy(row => row.CoachId).ToListAsync(cancellationToken)).ToLookup(row => row.CalibrationId);
        var judged = await db.Judgements.AsNoTracking()
            .Where(row => row.HandedInAt != null && db.CalibrationCalls.Any(call => call.RecordedCallId == row.RecordedCallId && ids.Contains(call.CalibrationId)))
            .Select(row => new { row.RecordedCallId, row.CoachId }).ToListAsync(cancellationToken);
        HashSet<(Guid Call, Guid Coach)> handedIn = [.. judged.Select(row => (row.RecordedCallId, row.CoachId))];
        return ids.ToDictionary(id => id, id => new Stand([.. calls[id]], [.. coaches[id]], handedIn));
    }

    private async Task<List<(CalibrationCategory Shown, IReadOnlyDictionary<Guid, int> Scores)>> JudgedAsync(
        Guid id, RecordedCallRow call, List<CalibrationCoachRow> coaches, CancellationToken cancellationToken)
    {
        var callId = call.Id;
        var debrief = call.Status == ReviewStatus.Ready ? (await reader.ReadAsync(call, reveal: false, cancellationToken)).Debrief : null;
        var rows = await db.Judgements.AsNoTracking().Where(row => row.RecordedCallId == callId && row.HandedInAt != null).ToListAsync(cancellationToken);
        var given = rows.ToDictionary(row => row.CoachId, row => judgements.Open(row).Scores.ToDictionary(score => score.Category));
        var agreed = (await db.AgreedScores.AsNoTracking().Where(row => row.CalibrationId == id && row.RecordedCallId == callId).ToListAsync(cancellationToken)).ToDictionary(row => row.Category);
        var categories = new List<(CalibrationCategory, IReadOnlyDictionary<Guid, int>)>();
        foreach (var category in Enum.GetValues<ScoringCategory>())
        {
            var workedOut = debrief?.Categories.FirstOrDefault(one => one.Category == category)?.Score;
            // Who left a score as it was worked out agrees with it.
            var scores = coaches.Where(coach => given.ContainsKey(coach.CoachId))
                .Select(coach => (coach.CoachId, coach.CoachName, Own: given[coach.CoachId].GetValueOrDefault(category)))
                .Select(coach => (coach.CoachId, coach.CoachName, Score: coach.Own?.Score ?? workedOut, coach.Own?.Reason))
                .Where(coach => coach.Score is not null).ToList();
            if (scores.Count > 0)
            {
                categories.Add((
                    new CalibrationCategory(
                        category, workedOut, [.. scores.Select(coach => new CalibrationScore(coach.CoachName, coach.Score!.Value, coach.Reason))],
                        scores.Max(coach => coach.Score!.Value) - scores.Min(coach => coach.Score!.Value), agreed.TryGetValue(category, out var row) ? Open(row) : null),
                    scores.ToDictionary(coach => coach.CoachId, coach => coach.Score!.Value)));
            }
        }
        return categories;
    }

    private AgreedScore Open(AgreedScoreRow row) => new(row.Score, Encoding.UTF8.GetString(vault.Unseal(row.Sealed, row.SealName)), row.ByName, row.At);

    /// <summary>Whose judgement of what is handed in; of these calls, and maybe of others.</summary>
    private sealed record Stand(List<CalibrationCallRow> Calls, List<CalibrationCoachRow> Coaches, HashSet<(Guid Call, Guid Coach)> HandedIn);
}
