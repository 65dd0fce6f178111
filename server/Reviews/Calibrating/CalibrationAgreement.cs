using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

public enum AgreementMeasure
{
    /// <summary>Of two coaches: <see cref="Kappa"/>.</summary>
    Cohen,

    /// <summary>Of more: <see cref="FleissKappa"/>.</summary>
    Fleiss,
}

/// <summary>How far the coaches of a calibration agree in one category, by the letters of their scores.</summary>
/// <param name="Coaches">Who judged something in it.</param>
/// <param name="Calls">Scored by all of them.</param>
/// <param name="Same">Of these calls, given one and the same letter by all.</param>
/// <param name="Kappa">Null where it cannot be told.</param>
public sealed record CalibrationAgreement(ScoringCategory Category, AgreementMeasure Measure, int Coaches, int Calls, int Same, double? Kappa)
{
    /// <param name="calls">For each call the score of each coach who gave one in this category.</param>
    /// <param name="coaches">Who judged any of the calls.</param>
    /// <returns>Null where there are not two coaches.</returns>
    public static CalibrationAgreement? Of(ScoringCategory category, IReadOnlyList<Guid> coaches, IReadOnlyList<IReadOnlyDictionary<Guid, int>> calls)
    {
        if (coaches.Count < 2)
        {
            return null;
        }
        IReadOnlyList<IReadOnlyList<string>> letters = [.. calls.Where(call => coaches.All(call.ContainsKey)).Select(call => (IReadOnlyList<string>)[.. coaches.Select(coach => Letters.Of(call[coach]))])];
        var measure = coaches.Count == 2 ? AgreementMeasure.Cohen : AgreementMeasure.Fleiss;
        return new CalibrationAgreement(
            category, measure, coaches.Count, letters.Count, letters.Count(call => call.Distinct().Count() == 1),
            measure == AgreementMeasure.Cohen ? Reviews.Kappa.Of([.. letters.Select(call => (call[0], call[1]))]) : FleissKappa.Of(letters));
    }
}
