using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Scenarios;

/// <summary>Every line that a patient may say.</summary>
public static class SpokenLines
{
    public static IEnumerable<string> Of(Scenario scenario) =>
    [
        .. scenario.Opening,
        .. scenario.Facts.SelectMany(fact => fact.Say.Values.SelectMany(lines => lines).Concat(fact.Withheld)),
        .. scenario.Goals.SelectMany(goal => goal.Raise.Concat(goal.Accept)),
        .. scenario.Objections.SelectMany(objection => objection.Say.Concat(objection.Softened)),
        .. scenario.Lines.Values.SelectMany(lines => lines),
    ];
}
