using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Scenarios.Files;

namespace RealtimeTraining.Server.Tests.Scenarios;

/// <summary>What makes a scenario worth playing ten times, held for all that come with the product.</summary>
public sealed class ScenarioQualityTests
{
    [Fact]
    public void TheLibrary_HasOneScenarioOfEachTypeAndTwoOfEachDifficulty()
    {
        var all = BuiltIn.All;

        Assert.Equal(Enum.GetValues<ScenarioType>(), all.Select(scenario => scenario.Type).Order());
        Assert.All(Enum.GetValues<Difficulty>(), level => Assert.Equal(2, all.Count(scenario => scenario.Difficulty == level)));
    }

    [Fact]
    public void ThePatients_DifferInAgeAndVoice()
    {
        var patients = BuiltIn.All.Select(scenario => scenario.Patient).ToList();

        Assert.Equal(4, patients.Count(patient => patient.Speaking.Voice == "female"));
        Assert.Equal(4, patients.Count(patient => patient.Speaking.Voice == "male"));
        Assert.Equal(patients.Count, patients.Select(patient => patient.Name).Distinct().Count());
        Assert.True(patients.Max(patient => patient.Age) - patients.Min(patient => patient.Age) >= 40);
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void IsDeepEnoughToBePlayedAgain(string id)
    {
        var scenario = BuiltIn.Get(id);

        Assert.True(scenario.Facts.Count >= 10, $"{scenario.Facts.Count} facts");
        Assert.All(scenario.Facts, fact => Assert.True(fact.Say.Values.Sum(lines => lines.Count) >= 3, fact.Id));
        Assert.True(scenario.Facts.Select(fact => fact.Gate).Distinct().Count() >= 3, "gates");
        Assert.True(scenario.Opening.Count >= 4, "openings");
        Assert.True(scenario.Goals.Count >= 4, "goals");
        Assert.All(scenario.Goals, goal => Assert.True(goal.Raise.Count >= 3 && goal.Accept.Count >= 3, goal.Id));
        Assert.InRange(scenario.Objections.Count, 2, 3);
        Assert.All(scenario.Objections, objection => Assert.True(objection.Say.Count >= 3 && objection.Softened.Count >= 3, objection.Id));
        Assert.InRange(scenario.Script.Phases.Count, 4, 6);
        Assert.All(scenario.Script.Phases, phase => Assert.InRange(phase.KeyPhrases.Count, 2, 5));
        Assert.All(scenario.Script.Phases.SelectMany(phase => phase.KeyPhrases), phrase => Assert.NotEmpty(phrase.Variants));
        Assert.True(scenario.Script.Avoid.Count >= 5, "phrases to avoid");
        Assert.InRange(scenario.Outcomes.Count, 3, 5);
        Assert.True(scenario.Blockers.Count >= 2, "blockers");
        Assert.True(scenario.IdealAnswers.Count >= 6, "ideal answers");
        Assert.True(scenario.Hints.Count >= 6, "hints");
        Assert.True(scenario.Moves.Count >= 5, "mood moves");
        Assert.True(scenario.Vocabulary.Count >= 8, "vocabulary");
        Assert.Equal(Enum.GetValues<ScoringCategory>(), scenario.Rubric.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void HasItsOwnLinesForEveryActThatNeedsThem(string id)
    {
        var scenario = BuiltIn.Get(id);
        PatientAct[] madeFromElsewhere = [PatientAct.Open, PatientAct.Answer, PatientAct.Object, PatientAct.Accept, PatientAct.Raise];
        var needed = Enum.GetValues<PatientAct>().Except(madeFromElsewhere)
            .Where(act => act != PatientAct.Worsen || scenario.Type == ScenarioType.EmergencyTriage);

        Assert.All(needed, act => Assert.True(scenario.Lines.GetValueOrDefault(act, []).Count >= 3, act.ToString()));
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void NoLineIsSaidTwice(string id)
    {
        var lines = SpokenLines.Of(BuiltIn.Get(id)).Select(SpokenText.Normalise);

        Assert.Empty(lines.GroupBy(line => line).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void LinesAreShortAndSpelledAsTheyAreSaid(string id)
    {
        var lines = SpokenLines.Of(BuiltIn.Get(id)).ToList();

        Assert.All(lines, line => Assert.InRange(SpokenText.Words(line).Length, 1, 45));
        Assert.DoesNotContain(lines, line => line.Any(char.IsAsciiDigit));
        Assert.DoesNotContain(lines, line => line.Contains("Dr.", StringComparison.Ordinal) || line.Contains('$'));
        // People speak in short words; the first clause must be ready to be said at once.
        Assert.InRange(lines.Average(line => SpokenText.Words(line).Length), 4, 16);
        Assert.InRange(lines.SelectMany(SpokenText.Words).Average(word => word.Length), 2.5, 4.6);
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void EveryRequiredGoalCanBeMetBySayingSomething(string id)
    {
        var scenario = BuiltIn.Get(id);

        Assert.Empty(Reachability.Problems(scenario));
        Assert.All(scenario.Goals.Where(goal => goal.Required), goal =>
        {
            Assert.Contains(goal.MetBy, met => met.Act is not null);
            Assert.True(goal.MetBy.Sum(met => met.Phrases.Count) >= 4, goal.Id);
        });
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void EveryTopicOfItsOwnCanBeUnderstood(string id)
    {
        var scenario = BuiltIn.Get(id);
        var taught = scenario.Understands.Select(example => ((TraineeAct?)example.Act, example.Topic)).ToHashSet();

        Assert.All(scenario.Facts.Where(fact => !GenericTopics.Contains(fact.Topic)),
            fact => Assert.True(fact.Asked.Count >= 3, $"{fact.Id}: topic '{fact.Topic}' is the scenario's own and needs at least three ways of being asked"));
        Assert.All(scenario.Goals.SelectMany(goal => goal.MetBy).Where(met => met.Topic is not null && !GenericTopics.Contains(met.Topic)),
            met => Assert.True(taught.Contains((met.Act, met.Topic)), $"{met.Act} '{met.Topic}' is nowhere taught under 'understands'"));
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void PhrasesToAvoidAreNotWhatWeTeach(string id)
    {
        var scenario = BuiltIn.Get(id);
        var avoided = scenario.Script.Avoid.SelectMany(phrase => phrase.Variants.Prepend(phrase.Phrase)).Select(SpokenText.Normalise).ToList();
        var taught = scenario.Script.Phases.SelectMany(phase => phase.KeyPhrases).SelectMany(phrase => phrase.Variants.Prepend(phrase.Phrase))
            .Concat(scenario.IdealAnswers.Select(answer => answer.Say))
            .Concat(scenario.Script.Avoid.Select(phrase => phrase.Better))
            .Concat(scenario.Blockers.Select(blocker => blocker.Better))
            .Select(SpokenText.Normalise).ToList();

        Assert.Empty(from bad in avoided from good in taught where $" {good} ".Contains($" {bad} ", StringComparison.Ordinal) select $"'{bad}' in '{good}'");
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void TheBriefingTellsNothingThatThePatientKeepsToItself(string id)
    {
        var scenario = BuiltIn.Get(id);
        var briefing = GetScenario.Briefing(scenario, own: null);
        var told = System.Text.Json.JsonSerializer.Serialize(briefing, RealtimeTraining.Server.Http.Json.Options);

        Assert.All(scenario.Facts, fact => Assert.DoesNotContain(fact.Is, told, StringComparison.Ordinal));
        Assert.DoesNotContain(scenario.Patient.History, told, StringComparison.Ordinal);
        Assert.All(scenario.Hints, hint => Assert.DoesNotContain(hint.Text, told, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void TheFileIsShortEnoughToBeReadByACoach(string id) =>
        Assert.True(File.ReadLines(Path.Combine(ScenarioLibrary.BuiltInFolder, id + ".yaml")).Count() <= 600);

    /// <summary>Topics that every patient understands without being taught.</summary>
    private static readonly HashSet<string> GenericTopics =
    [
        "name", "dateOfBirth", "phone", "address", "email", "insurance", "memberId", "reason", "symptom", "when", "howBad", "medication",
        "allergies", "appointment", "doctor", "bill", "payment", "referral", "pharmacy", "history", "callback", "consent", "emergency", "results",
    ];
}
