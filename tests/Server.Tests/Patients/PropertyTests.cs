using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>What must hold whatever a trainee does.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Said =
        [.. ExampleLibrary.Load().Where(example => !example.Framed).Select(example => example.Text), "", "  ", "mm hm", "\u202Emirrored", "<b>hello</b>", "😀😀😀", "1 2 3 4 5 6 7 8 9", "shut up",
         "nineteen march may second oh", new string('x', 5_000), string.Join(' ', Enumerable.Repeat("and then i said", 400)), "\0\u0001"];

    public static TheoryData<int, Difficulty> Seeds()
    {
        var data = new TheoryData<int, Difficulty>();
        for (var seed = 0; seed < 12; seed++)
        {
            data.Add(seed, (Difficulty)(seed % 4));
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TwoHundredRandomTurns_NeverThrow_NeverRepeatALine_KeepTheMoodInBounds_AndReplayTheSame(int seed, Difficulty difficulty)
    {
        var one = Play(seed, difficulty, patient: seed % 2 == 0);
        var lines = one.Select(decision => decision.Line).Where(line => line.Length > 0).ToList();
        Assert.Equal([], lines.GroupBy(line => line).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(one.SelectMany(decision => decision.Events).OfType<MoodChanged>(), mood =>
        {
            double[] levels = [mood.Levels.Upset, mood.Levels.Anxiety, mood.Levels.Trust, mood.Levels.Patience];
            Assert.All(levels, level => Assert.InRange(level, 0, 1));
            Assert.NotEmpty(mood.Because);
        });
        Assert.All(one, decision => Assert.IsType<PatientDecided>(decision.Events[^1]));
        Assert.All(one, decision => Assert.DoesNotContain('{', decision.Line));
        var again = Play(seed, difficulty, patient: seed % 2 == 0);
        Assert.Equal(one.Select(Digest), again.Select(Digest));
    }

    [Fact]
    public void EventsOfATurn_StandInTheDocumentedOrder()
    {
        Type[] order = [typeof(UtteranceUnderstood), typeof(MoodChanged), typeof(FactRevealed), typeof(GoalMet), typeof(ObjectionDissolved), typeof(BlockerRaised), typeof(PatientDecided)];
        foreach (var decision in Play(3, Difficulty.Intermediate))
        {
            var places = decision.Events.Select(happened => Array.IndexOf(order, happened.GetType())).ToList();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        }
    }

    [Fact]
    public void EveryFactInALine_MayBeRevealed()
    {
        foreach (var decision in Play(5, Difficulty.Beginner))
        {
            Assert.All(decision.Events.OfType<FactRevealed>(), revealed => Assert.Contains(revealed.FactId, decision.MayReveal));
        }
    }

    [Fact]
    public async Task TheAuthoredWriter_SaysTheWholeLine_BeginningWithAShortClause()
    {
        var writer = new AuthoredReplyWriter();
        foreach (var decision in Play(4, Difficulty.Beginner).Where(decision => decision.Line.Length > 0))
        {
            var clauses = new List<string>();
            await foreach (var clause in writer.WriteAsync(new ReplyRequest(decision, TestScenario.Headaches, []), default))
            {
                clauses.Add(clause);
            }
            Assert.Equal(decision.Line, string.Join(' ', clauses));
        }
        Assert.Equal(["Well,", "listen, I called Dr. Lee last week and nobody answered.", "Why?"], Clauses.Split("Well, listen, I called Dr. Lee last week and nobody answered. Why?"));
    }

    [Fact]
    public async Task OneUnderstanding_ServesManyCallsAtOnce()
    {
        var understanding = new ExampleUnderstanding();
        var context = new UnderstandingContext(TestScenario.Headaches, null, []);
        var expected = Said.Take(80).Select(text => Describe(understanding.Understand(text, context))).ToList();
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Said.Take(80).Select(text => Describe(understanding.Understand(text, context))).ToList())));
        Assert.All(all, one => Assert.Equal(expected, one));
    }

    [Fact]
    public void APhrasingThatACoachAdded_IsUnderstoodFromThenOn()
    {
        const string text = "gimme the digits on that plastic thingy";
        var understanding = new ExampleUnderstanding();
        var added = new ActExamples { Act = TraineeAct.Ask, Topic = "memberId", Phrases = [text] };
        Assert.DoesNotContain(understanding.Understand(text, new UnderstandingContext(TestScenario.Headaches, null, [])).Acts, act => act.Topic == "memberId" && act.Confidence > 0.9);
        var acts = understanding.Understand(text, new UnderstandingContext(TestScenario.Headaches, null, [added])).Acts;
        Assert.Contains(acts, act => act is { Act: TraineeAct.Ask, Topic: "memberId", Confidence: > 0.9 });
    }

    [Fact]
    public void SeveralThingsInOneBreath_AreSeveralActs()
    {
        var understood = new ExampleUnderstanding().Understand("i'm so sorry about that can i get your date of birth", new UnderstandingContext(TestScenario.Headaches, null, []));
        Assert.Collection(understood.Acts,
            act => Assert.Equal((TraineeAct.Apologise, "i'm so sorry about that"), (act.Act, act.Text)),
            act => Assert.Equal((TraineeAct.Ask, "dateOfBirth", "can i get your date of birth"), (act.Act, act.Topic, act.Text)));
    }

    [Theory]
    [InlineData("hi this is maria at riverside", "Maria")]
    [InlineData("my name is Dwayne, how can I help?", "Dwayne")]
    [InlineData("you're speaking with priya", "Priya")]
    [InlineData("keisha speaking", "Keisha")]
    [InlineData("this is terrible", null)]
    [InlineData("i am looking into it", null)]
    [InlineData("this is about your bill", null)]
    public void TheTraineesName_IsFound(string text, string? name)
    {
        var words = new HeardWords(text);
        Assert.Equal(name, TraineeName.Find(words, 0, words.Count));
    }

    [Theory]
    [InlineData("i'll be back in ten minutes", "ten minutes")]
    [InlineData("you'll hear by five o'clock", "five o'clock")]
    [InlineData("i'll call you by tomorrow", "tomorrow")]
    [InlineData("someone will ring you on friday", "Friday")]
    [InlineData("i will do it", null)]
    public void APromisedTime_IsFound(string text, string? time) => Assert.Equal(time, PromisedTime.Find(text));

    private static readonly Scenario Unshakeable = TestScenario.Headaches with
    {
        Moves = [.. Enum.GetValues<MoodTrigger>().Select(trigger => new MoodMove { When = trigger, Upset = 0.01, Trust = 0.01 })],
    };

    /// <param name="patient">Never loses patience, so that all two hundred turns are played.</param>
    private static List<PatientDecision> Play(int seed, Difficulty difficulty, bool patient = false)
    {
        var random = new SeededRandom(seed * 77 + 5);
        var mind = new PatientMind(patient ? Unshakeable : TestScenario.Headaches, difficulty, seed, [], new ExampleUnderstanding());
        List<PatientDecision> decisions = [mind.Open()];
        for (var turn = 1; turn <= 200; turn++)
        {
            var decision = random.Next(14) switch
            {
                0 => mind.Silence(random.Next(30_000)),
                1 => mind.Monologue(random.Next(60_000)),
                2 => Held(mind, random.Next(200_000)),
                3 => Cut(mind, decisions[^1].Line, random),
                _ => mind.Hear(new HeardTurn(turn * 2, string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Said[random.Next(Said.Length)])), random.NextDouble(), random.Next(5) == 0)),
            };
            if (decision is not null)
            {
                decisions.Add(decision);
            }
        }
        return decisions;
    }

    private static PatientDecision? Held(PatientMind mind, int ms)
    {
        mind.HoldChanged(true, 0);
        mind.HoldChanged(false, ms);
        return null;
    }

    private static PatientDecision? Cut(PatientMind mind, string line, SeededRandom random)
    {
        mind.CutOff(line[..random.Next(line.Length + 1)]);
        return null;
    }

    private static string Digest(PatientDecision decision) =>
        $"{decision.Act}|{decision.Key}|{decision.Line}|{decision.Mood}|{decision.Rate}|{decision.Pitch}|{decision.EndsCall}|{string.Join(',', decision.MayReveal)}|{string.Join(',', decision.Events.Select(happened => happened switch
        {
            UtteranceUnderstood understood => Describe(new Understanding(understood.Acts, understood.Confidence)),
            MoodChanged mood => $"{mood.Label}{mood.Levels}{string.Join(' ', mood.Because)}",
            _ => happened.ToString(),
        }))}";

    private static string Describe(Understanding understanding) => $"{understanding.Confidence} {string.Join(" | ", understanding.Acts)}";
}
