using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Supervision;

/// <summary>How much a trainee needs somebody, in one number, so that the wallboard can be sorted.</summary>
internal static class Need
{
    public static int Of(IReadOnlyList<WallboardAlert> alerts, MoodLabel? mood) =>
        Math.Min(100, alerts.Sum(alert => WeightOf(alert.Kind)) + WeightOf(mood));

    // What harms a patient first, then a call about to be lost, then one that merely goes badly.
    private static int WeightOf(AlertKind kind) => kind switch
    {
        AlertKind.BlockerAtRisk => 55,
        AlertKind.BlockerBroken => 50,
        AlertKind.AboutToHangUp => 45,
        AlertKind.DeadAir => 25,
        AlertKind.TalkOver => 15,
        _ => 0,
    };

    private static int WeightOf(MoodLabel? mood) => mood switch
    {
        MoodLabel.Angry => 14,
        MoodLabel.Irritated => 8,
        MoodLabel.Anxious => 4,
        _ => 0,
    };
}
