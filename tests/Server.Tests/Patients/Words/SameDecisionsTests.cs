using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Tests.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>What the patient decides does not depend on who words it, whatever the model does.</summary>
public sealed class SameDecisionsTests
{
    private static readonly string[] Misbehaving =
    [
        "{\"say\":\"Okay. My father died in the barn at sixty.\"}", "As an AI language model I cannot do that.", "{\"say\":\"Goodbye. I'm hanging up now.\"}",
        "{\"say\":\"Well, whatever you want. I agree to everything, of course.\"}", "{\"say\":\"", "{\"say\":\"*sighs* Fine.\"}", "{\"say\":\"Sure, fine. And another thing is\"",
    ];

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public async Task WholeCall_WithAMisbehavingModel_IsDecidedTheSame(string id)
    {
        var asked = 0;
        var client = new ScriptedChatClient(_ => asked++ % 8 == 7 ? throw new HttpRequestException("down") : ScriptedChatClient.Tokens(Misbehaving[asked % Misbehaving.Length]));
        var (authored, said) = await PlayAsync(BuiltIn.Get(id), new AuthoredReplyWriter());
        var bench = new WriterBench(client);
        var (model, _) = await PlayAsync(BuiltIn.Get(id), bench.Writer);

        Assert.Equal(authored, model);
        Assert.True(asked > 5, $"the model worded {asked} turns");
        Assert.NotEmpty(bench.Fallbacks);
        Assert.True(said.Count > 5);
    }

    [Theory]
    [InlineData("One two three four.", "One two three four.", "One two", "One two")]
    [InlineData("One two three four. Five six.", "One two three four.", "One two three four.", "One two three four.")]
    [InlineData("One two three four.", "Well, this is said in eight other words.", "Well, this is said", "One two")]
    [InlineData("One two three four.", "Other words.", "", "")]
    public void CutOff_IsToldInTheWordsOfTheLine(string line, string spoken, string heard, string told) => Assert.Equal(told, HeardShare.OfLine(line, spoken, heard));

    private static async Task<(List<string> Decisions, List<string> Said)> PlayAsync(Scenario scenario, IReplyWriter writer)
    {
        var mind = new PatientMind(scenario, scenario.Difficulty, seed: 7, [], new ExampleUnderstanding());
        var (decisions, said, log) = (new List<string>(), new List<string>(), new List<CallEvent>());
        var utterance = 0;
        await SpeakAsync(mind.Open());
        foreach (var (turn, i) in File.ReadAllLines(Checkout.Path("tests", "Server.Tests", "Scenarios", "Calls", scenario.Id + ".txt")).Select((turn, i) => (turn, i)))
        {
            log.Add(Requests.Heard(++utterance, turn));
            var decision = mind.Hear(new HeardTurn(utterance, turn, 1, false));
            await SpeakAsync(decision);
            if (i % 4 == 3)
            {
                // Every fourth line is cut off half way, whoever worded it.
                var words = said[^1].Split(' ');
                mind.CutOff(HeardShare.OfLine(decision.Line, said[^1], string.Join(' ', words.Take(words.Length / 2))));
            }
        }
        return (decisions, said);

        async Task SpeakAsync(PatientDecision decision)
        {
            decisions.Add($"{decision.Act} {decision.Key} {decision.Mood} {decision.Line} [{string.Join(',', decision.MayReveal)}] {decision.EndsCall}");
            var clauses = new List<string>();
            await foreach (var clause in writer.WriteAsync(new ReplyRequest(decision, scenario, [.. log]), CancellationToken.None))
            {
                clauses.Add(clause);
            }
            said.Add(string.Join(' ', clauses));
            log.Add(Requests.Said(++utterance, said[^1]));
        }
    }
}
