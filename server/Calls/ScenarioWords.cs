using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Calls;

/// <summary>What the recogniser should lean towards in a scenario: its names, and what a trainee is likely to say.</summary>
public static class ScenarioWords
{
    /// <param name="trainee">What the trainee is called; null where nobody knows.</param>
    public static IReadOnlyList<string> Of(Scenario scenario, string? trainee = null) => [.. Introductions(trainee).Concat(Phrases(scenario))
        .Select(SpokenText.Normalise)
        .Where(phrase => phrase.Length > 0)
        .Distinct(StringComparer.Ordinal)];

    /// <summary>First and few, as an engine may take only so much.</summary>
    private static IEnumerable<string> Introductions(string? trainee) => FirstName.Of(trainee) is { } name ? [$"this is {name}", $"{name} speaking"] : [];

    private static IEnumerable<string> Phrases(Scenario scenario) =>
    [
        scenario.Patient.Name,
        .. scenario.Vocabulary,
        .. scenario.Script.Phases.SelectMany(phase => phase.KeyPhrases).SelectMany(phrase => phrase.Variants.Prepend(phrase.Phrase)),
        .. scenario.Facts.SelectMany(fact => fact.Asked.Concat(fact.ReadBack)),
        .. scenario.Goals.SelectMany(goal => goal.MetBy).SelectMany(met => met.Phrases),
        .. scenario.Understands.SelectMany(examples => examples.Phrases),
        .. scenario.IdealAnswers.Select(ideal => ideal.Say),
    ];
}
