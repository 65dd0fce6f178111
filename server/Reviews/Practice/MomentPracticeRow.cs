using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A moment of a recorded call that is being made into a practice call. Goes with the recording.</summary>
public sealed class MomentPracticeRow : ITenantOwned
{
    private const string ScenarioPrefix = "moment-";

    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required Guid RecordedCallId { get; init; }

    /// <summary>The line that the moment rests on.</summary>
    public required int Line { get; init; }

    /// <summary>A <see cref="PracticeDraft"/>, sealed: masked words of the caller are words of the caller still.</summary>
    public required byte[] Sealed { get; set; }

    public required string MadeByName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>There is a scenario of it, under <see cref="ScenarioIdOf"/>.</summary>
    public bool Published { get; set; }

    /// <summary>Who stated that nothing in it tells who the caller was; null: nobody yet.</summary>
    public string? CheckedByName { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    public string ScenarioId => ScenarioIdOf(Id);

    public static string ScenarioIdOf(Guid id) => $"{ScenarioPrefix}{id:N}";

    /// <returns>Null: a scenario that was not made of a moment.</returns>
    public static Guid? IdOf(string scenarioId) =>
        scenarioId.StartsWith(ScenarioPrefix, StringComparison.Ordinal) && Guid.TryParseExact(scenarioId[ScenarioPrefix.Length..], "N", out var id) ? id : null;

    /// <summary>What a draft is sealed for.</summary>
    public string SealName => $"practice {Id:N}";
}
