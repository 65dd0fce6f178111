using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>How far two coaches agree in one category, by the letters of their scores.</summary>
/// <param name="Calls">Scored by both.</param>
/// <param name="Same">Of them, given the same letter.</param>
/// <param name="Kappa">See <see cref="Reviews.Kappa"/>; null where it cannot be told.</param>
public sealed record CategoryAgreement(string FirstCoach, string SecondCoach, ScoringCategory Category, int Calls, int Same, double? Kappa);

/// <summary>Of all calls that two coaches have judged and handed in.</summary>
public static class GetAgreement
{
    /// <summary>So many of the latest judgements are read.</summary>
    private const int Most = 2_000;

    public static async Task<Ok<IReadOnlyList<CategoryAgreement>>> HandleAsync(TrainingDb db, Judgements judgements, CancellationToken cancellationToken)
    {
        var rows = await db.Judgements.AsNoTracking().Where(row => row.HandedInAt != null).OrderByDescending(row => row.HandedInAt).Take(Most).ToListAsync(cancellationToken);
        // What is judged blind in a calibration must not be guessed from how two coaches agree.
        var blind = await BlindJudging.UnopenedCalls(db).Distinct().ToListAsync(cancellationToken);
        var scores = rows.Where(row => !blind.Contains(row.RecordedCallId)).SelectMany(row => judgements.Open(row).Scores.Select(score => (row.RecordedCallId, row.CoachId, score.Category, Letter: Letters.Of(score.Score)))).ToList();
        var names = rows.GroupBy(row => row.CoachId).ToDictionary(group => group.Key, group => group.First().CoachName);
        // Each pair once: the one with the lower id is the first.
        var both =
            from one in scores
            join other in scores on (one.RecordedCallId, one.Category) equals (other.RecordedCallId, other.Category)
            where one.CoachId.CompareTo(other.CoachId) < 0
            group (one.Letter, other.Letter) by (First: one.CoachId, Second: other.CoachId, one.Category) into pairs
            select new CategoryAgreement(
                names[pairs.Key.First], names[pairs.Key.Second], pairs.Key.Category, pairs.Count(), pairs.Count(pair => pair.Item1 == pair.Item2), Kappa.Of(pairs.ToList()));
        return TypedResults.Ok<IReadOnlyList<CategoryAgreement>>(
            [.. both.OrderBy(pair => pair.FirstCoach, StringComparer.Ordinal).ThenBy(pair => pair.SecondCoach, StringComparer.Ordinal).ThenBy(pair => pair.Category)]);
    }
}
