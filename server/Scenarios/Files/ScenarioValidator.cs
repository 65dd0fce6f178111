using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>What a record cannot say of itself: ids that must exist, numbers that must add up, goals that must be reachable.</summary>
public sealed partial class ScenarioValidator(Scenario scenario, Binder binder, MistakeList mistakes)
{
    public const string AnyMood = "any";

    private static readonly string[] Pronouns = ["she", "he", "they"];
    private static readonly string[] MoodNames = [AnyMood, .. Enum.GetNames<MoodLabel>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    private readonly ScenarioIds _ids = new(scenario);

    public void Validate(string fileName)
    {
        Head(fileName);
        ThePatient();
        UniqueIds();
        for (var i = 0; i < scenario.Facts.Count; i++)
        {
            Check(scenario.Facts[i], $"facts[{i}]");
        }
        for (var i = 0; i < scenario.Goals.Count; i++)
        {
            Conditions(scenario.Goals[i].MetBy, $"goals[{i}].metBy");
        }
        for (var i = 0; i < scenario.Objections.Count; i++)
        {
            Known(scenario.Objections[i].Goal, $"objections[{i}].goal", _ids.Goals, $"objection '{scenario.Objections[i].Id}' names goal");
        }
        TheScript();
        Judging();
        foreach (var (path, reason) in Reachability.Problems(scenario))
        {
            Wrong(path, reason);
        }
        new ScenarioTextRules(binder, mistakes).Check(scenario);
    }

    private void Head(string fileName)
    {
        if (!IdPattern().IsMatch(scenario.Id))
        {
            Wrong("id", $"'id' must be lower-case words joined by hyphens, such as 'late-bill', not '{scenario.Id}'.");
        }
        else if (scenario.Id != fileName)
        {
            Wrong("id", $"'id' is '{scenario.Id}' but the file is named '{fileName}.yaml'. Make them the same.");
        }
        Between("targetSeconds", scenario.TargetSeconds, 30, 3600);
        Levels(scenario.Mood, "mood", 0);
        for (var i = 0; i < scenario.Moves.Count; i++)
        {
            var move = scenario.Moves[i];
            Levels(new MoodLevels(move.Upset, move.Anxiety, move.Trust, move.Patience), $"moves[{i}]", -1);
            Between($"moves[{i}].fading", move.Fading, 0, 1);
        }
    }

    private void ThePatient()
    {
        Between("patient.age", scenario.Patient.Age, 0, 120);
        if (!Pronouns.Contains(scenario.Patient.Pronoun))
        {
            Wrong("patient.pronoun", $"'patient.pronoun' must be one of: {string.Join(", ", Pronouns)}.");
        }
        var speaking = scenario.Patient.Speaking;
        Between("patient.speaking.rate", speaking.Rate, 0.5, 2);
        Between("patient.speaking.pitch", speaking.Pitch, 0.5, 2);
        Between("patient.speaking.hesitancy", speaking.Hesitancy, 0, 1);
    }

    private void UniqueIds()
    {
        foreach (var (path, id, repeated) in _ids.All())
        {
            if (id.Length > 0 && !NamePattern().IsMatch(id))
            {
                Wrong(path, $"An id is one word of letters and digits that begins with a small letter, such as 'lateFee', not '{id}'.");
            }
            if (repeated)
            {
                Wrong(path, $"The id '{id}' is given twice. Facts, goals, objections and phases share their ids; give each its own.");
            }
        }
    }

    private void Check(Fact fact, string path)
    {
        foreach (var mood in fact.Say.Keys.Except(MoodNames))
        {
            Wrong($"{path}.say.{mood}", $"'{mood}' is not a mood{Meant(mood, MoodNames)} Use one of: {string.Join(", ", MoodNames)}.");
        }
        if (fact.Say.Count > 0 && fact.Say.GetValueOrDefault(AnyMood, []).Count < 2)
        {
            Wrong($"{path}.say", $"Fact '{fact.Id}' needs at least two lines under 'say: any:', so that it is not said twice in the same words.");
        }
        Between($"{path}.trust", fact.Trust, 0, 1);
        if (fact.Gate == Gate.After && fact.After.Count == 0)
        {
            Wrong(path, $"Fact '{fact.Id}' has 'gate: after' but no 'after:'. List the facts or goals that must come first.");
        }
        if (fact.Gate != Gate.After && fact.After.Count > 0)
        {
            Wrong($"{path}.after", $"Fact '{fact.Id}' lists 'after:' but its gate is not 'after'. Write 'gate: after' or take the list out.");
        }
        AllKnown(fact.After, $"{path}.after", _ids.FactsAndGoals, $"fact '{fact.Id}' waits for");
    }

    private void Conditions(IReadOnlyList<MetBy> conditions, string path)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            var at = $"{path}[{i}]";
            if (conditions[i] is { Act: null, Topic: null, Phrases.Count: 0 } && !binder.IsFaulty(at))
            {
                Wrong(at, $"'{at}' would be met by anything. Give it an 'act', a 'topic' or 'phrases'.");
            }
            AllKnown(conditions[i].After, $"{at}.after", _ids.FactsGoalsObjections, $"'{at}' waits for");
        }
    }

    private void TheScript()
    {
        for (var i = 0; i < scenario.Script.Phases.Count; i++)
        {
            var phase = scenario.Script.Phases[i];
            if (phase.KeyPhrases.Count > 0)
            {
                Between($"script.phases[{i}].enough", phase.Enough, 1, phase.KeyPhrases.Count);
            }
        }
    }

    private void Judging()
    {
        for (var i = 0; i < scenario.Outcomes.Count; i++)
        {
            AllKnown(scenario.Outcomes[i].Needs, $"outcomes[{i}].needs", _ids.FactsGoalsPhases, $"outcome '{scenario.Outcomes[i].Id}' needs");
        }
        for (var i = 0; i < scenario.Blockers.Count; i++)
        {
            Check(scenario.Blockers[i], $"blockers[{i}]");
        }
        foreach (var (category, weight) in scenario.Rubric)
        {
            Between($"rubric.{char.ToLowerInvariant(category.ToString()[0])}{category.ToString()[1..]}", weight, 0, 100);
        }
        if (scenario.Rubric.Count > 0 && scenario.Rubric.Values.Sum() != 100 && !binder.IsFaulty("rubric"))
        {
            Wrong("rubric", $"The rubric adds up to {scenario.Rubric.Values.Sum()}, it must be 100.");
        }
        for (var i = 0; i < scenario.IdealAnswers.Count; i++)
        {
            Known(scenario.IdealAnswers[i].To, $"idealAnswers[{i}].to", [.. _ids.Everything, "opening"], "an ideal answer names");
        }
        for (var i = 0; i < scenario.Hints.Count; i++)
        {
            Known(scenario.Hints[i].When, $"hints[{i}].when", _ids.Everything, "a hint names");
        }
    }

    private void Check(Blocker blocker, string path)
    {
        Conditions(blocker.BrokenBy, $"{path}.brokenBy");
        Conditions(blocker.Required, $"{path}.required");
        AllKnown(blocker.Signs, $"{path}.signs", _ids.Facts, $"blocker '{blocker.Id}' has the sign");
        if (blocker.Kind == BlockerKind.EmergencyNotEscalated)
        {
            if (blocker.Signs.Count == 0 || blocker.Required.Count == 0)
            {
                Wrong(path, $"Blocker '{blocker.Id}' is about an emergency. Give it 'signs:' (facts) and 'required:' (what must be done).");
            }
        }
        else if (blocker.BrokenBy.Count == 0)
        {
            Wrong(path, $"Blocker '{blocker.Id}' can never be broken. Say under 'brokenBy:' what breaks it.");
        }
        if (blocker.Kind == BlockerKind.DisclosedBeforeIdentity && !scenario.Facts.Any(fact => fact.Identity))
        {
            Wrong(path, $"Blocker '{blocker.Id}' is about identity, but no fact is marked 'identity: true'.");
        }
    }

    private void AllKnown(IReadOnlyList<string> ids, string path, IReadOnlyCollection<string> known, string who)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            Known(ids[i], $"{path}[{i}]", known, who);
        }
    }

    private void Known(string id, string path, IReadOnlyCollection<string> known, string who)
    {
        if (id.Length > 0 && !known.Contains(id))
        {
            var meant = Spelling.DidYouMean(id, known);
            Wrong(path, $"{char.ToUpperInvariant(who[0])}{who[1..]} '{id}', which does not exist{(meant.Length > 0 ? meant : ".")}");
        }
    }

    private void Levels(MoodLevels levels, string path, double least)
    {
        Between($"{path}.upset", levels.Upset, least, 1);
        Between($"{path}.anxiety", levels.Anxiety, least, 1);
        Between($"{path}.trust", levels.Trust, least, 1);
        Between($"{path}.patience", levels.Patience, least, 1);
    }

    private void Between(string path, double value, double least, double most)
    {
        if (value < least || value > most)
        {
            Wrong(path, $"'{path}' must be between {least} and {most}, not {value}.");
        }
    }

    private void Wrong(string path, string reason)
    {
        if (!binder.IsFaulty(path))
        {
            mistakes.Add(binder.PlaceOf(path), reason);
        }
    }

    private static string Meant(string word, IEnumerable<string> known)
    {
        var meant = Spelling.DidYouMean(word, known);
        return meant.Length > 0 ? meant : ".";
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex NamePattern();
}
