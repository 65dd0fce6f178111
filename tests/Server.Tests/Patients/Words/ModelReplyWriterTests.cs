using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Models.Chat;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Patients.Words;

public sealed class ModelReplyWriterTests
{
    private const string Line = "I'll wait. What do you need from me?";

    [Fact]
    public async Task FirstClause_GoesOut_WhileTheRestIsStillWritten()
    {
        var client = ScriptedChatClient.ThenSilent("{\"say\":\"Sure, I'll wait. What");
        var bench = new WriterBench(client);
        await using var clauses = bench.Writer.WriteAsync(Requests.Plain(Line), CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await clauses.MoveNextAsync());
        Assert.Equal("Sure, I'll wait.", clauses.Current);
        Assert.Equal(1, client.Open);
    }

    [Fact]
    public async Task Pause_BetweenClauses_EndsWithWhatIsMissingOfTheAuthoredLine()
    {
        var client = ScriptedChatClient.ThenSilent("{\"say\":\"Sure, I'll wait. What");
        var bench = new WriterBench(client);
        await using var clauses = bench.Writer.WriteAsync(Requests.Plain(Line), CancellationToken.None).GetAsyncEnumerator();
        await clauses.MoveNextAsync();

        var next = clauses.MoveNextAsync().AsTask();
        bench.Clock.AdvanceMs(1_199);
        Assert.False(next.IsCompleted);
        bench.Clock.AdvanceMs(1);

        Assert.True(await next);
        Assert.Equal("What do you need from me?", clauses.Current);
        Assert.Equal(("stalled", 1, true), (bench.Fallbacks[0].Code, bench.Fallbacks[0].ClausesSpoken, bench.Fallbacks[0].IsEngineFailure));
    }

    [Fact]
    public async Task NoClauseWithinTheBudget_TheAuthoredLineGoesOut()
    {
        var client = ScriptedChatClient.ThenSilent("{\"say\":\"Su");
        var bench = new WriterBench(client);
        var saying = bench.WriteAsync(Requests.Plain(Line));

        bench.Clock.AdvanceMs(1_199);
        Assert.False(saying.IsCompleted);
        bench.Clock.AdvanceMs(1);

        Assert.Equal(Line, await saying);
        Assert.Equal(ReplyProblem.FirstClauseLate, Assert.Single(bench.Fallbacks).Problem);
        await client.LetGo;
        Assert.Equal(0, client.Open);
    }

    [Fact]
    public async Task SlowAndSteady_EndsAtTheTotalBudget()
    {
        var clock = new ManualTimeProvider();
        var fallbacks = new List<ReplyFallback>();
        var client = new ScriptedChatClient(_ => ScriptedChatClient.Paced(clock, 1_000, ["{\"say\":\"Sure, I'll wait. ", "I'm fine here. ", "I really am. ", "Go ahead. "]));
        var writer = new ModelReplyWriter(client, new ModelReplyWriterOptions { TotalBudgetMs = 2_500 }, clock, new LoggerFactory().CreateLogger<ModelReplyWriter>(), new AuthoredReplyWriter(), fallbacks.Add);
        await using var clauses = writer.WriteAsync(Requests.Plain(Line), CancellationToken.None).GetAsyncEnumerator();

        var said = new List<string>();
        foreach (var advance in (int[])[1_000, 1_000, 500])
        {
            var next = clauses.MoveNextAsync().AsTask();
            clock.AdvanceMs(advance);
            Assert.True(await next);
            said.Add(clauses.Current);
        }

        Assert.Equal(["Sure, I'll wait.", "I'm fine here.", "What do you need from me?"], said);
        Assert.Equal(ReplyProblem.Stalled, Assert.Single(fallbacks).Problem);
    }

    [Fact]
    public async Task FailingClient_TheAuthoredLineGoesOutInTheSameTurn()
    {
        var bench = new WriterBench(ScriptedChatClient.Failing());

        Assert.Equal(Line, await bench.WriteAsync(Requests.Plain(Line)));
        var fallback = Assert.Single(bench.Fallbacks);
        Assert.Equal(("clientFailed", "HttpRequestException", 0), (fallback.Code, fallback.Reason, fallback.ClausesSpoken));
    }

    [Fact]
    public async Task ClientThatFailsHalfWay_IsFinishedByTheAuthoredLine()
    {
        var bench = new WriterBench(ScriptedChatClient.Failing("{\"say\":\"Sure, I'll wait. And wh"));

        Assert.Equal("Sure, I'll wait. What do you need from me?", await bench.WriteAsync(Requests.Plain(Line)));
        Assert.Equal(ReplyProblem.ClientFailed, Assert.Single(bench.Fallbacks).Problem);
    }

    [Fact]
    public async Task BargeIn_LetsGoOfTheModelAtOnce()
    {
        var client = ScriptedChatClient.ThenSilent("{\"say\":\"Sure, I'll wait. What");
        var bench = new WriterBench(client);
        using var bargeIn = new CancellationTokenSource();
        var saying = bench.ClausesAsync(Requests.Plain(Line), bargeIn.Token);

        await bargeIn.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saying);
        await client.LetGo;
        Assert.Equal(0, client.Open);
        Assert.Empty(bench.Fallbacks);
    }

    [Fact]
    public async Task ReaderThatLeaves_LetsGoOfTheModel()
    {
        var client = ScriptedChatClient.ThenSilent("{\"say\":\"Sure, I'll wait. What");
        await foreach (var clause in new WriterBench(client).Writer.WriteAsync(Requests.Plain(Line), CancellationToken.None))
        {
            Assert.Equal("Sure, I'll wait.", clause);
            break;
        }
        await client.LetGo;
        Assert.Equal(0, client.Open);
    }

    [Fact]
    public async Task ModelThatDoesNotLetGo_IsAskedNoMore_AndHoldsUpNobody()
    {
        var client = new ScriptedChatClient(_ => Deaf());
        var bench = new WriterBench(client);
        for (var i = 0; i < 2; i++)
        {
            var saying = bench.WriteAsync(Requests.Plain(Line));
            bench.Clock.AdvanceMs(1_200);
            Assert.Equal(Line, await saying);
        }
        bench.Clock.AdvanceMs(6_001);

        Assert.Equal(Line, await bench.WriteAsync(Requests.Plain(Line)));
        Assert.Equal(ReplyProblem.Hanging, bench.Fallbacks[^1].Problem);
        Assert.Equal(2, client.Asked.Count);
    }

    [Fact]
    public async Task ReplyWithoutTheNumber_IsFinishedWithIt()
    {
        var bench = new WriterBench(ScriptedChatClient.Saying("Okay, I'm counting on you."));

        Assert.Equal("Okay, I'm counting on you. You said ten minutes.", await bench.WriteAsync(Requests.Plain("You said ten minutes. I'm counting on it.")));
        Assert.Equal(ReplyProblem.MissingContent, Assert.Single(bench.Fallbacks).Problem);
    }

    [Theory]
    [InlineData("open", "opening", "Morning. I just need my stomach pills refilled.")]
    [InlineData("resume", "generic:resume", "to see somebody this week, if you can.")]
    [InlineData("hangUp", "generic:hangUp", "That's it. I'm done. Goodbye.")]
    [InlineData("goodBye", "generic:goodBye", "Thank you so much. Bye now.")]
    [InlineData("worsen", "generic:worsen", "It's getting worse. I don't feel right.")]
    [InlineData("correct", "correct:birthDate", "No, fourteenth, not fortieth.")]
    [InlineData("answer", "fact:birthDate", "October eleventh, sixty-two.")]
    [InlineData("answer", "fact:shortBreath", "I get winded. The porch steps about did me in.")]
    [InlineData("answer", "generic:name", "My name is Earl Jennings.")]
    [InlineData("accept", "generic:emergencyHandled", "Okay. Okay, I'll do that. I'm scared.")]
    [InlineData("acknowledge", "generic:reactTell", "Mm-hm, okay.")]
    public async Task WhatMustBeExact_IsNotGivenToTheModel(string act, string key, string line)
    {
        var client = ScriptedChatClient.Saying("Something else.");
        var bench = new WriterBench(client);

        Assert.Equal(line, await bench.WriteAsync(Requests.Of(new DecisionLine { Scenario = "antacid-refill", Act = act, Key = key, Line = line, Heard = "okay" })));
        Assert.Empty(client.Asked);
        Assert.Empty(bench.Fallbacks);
    }

    [Fact]
    public async Task Model_IsAskedForTheForm_AsSchemaAndAsGrammar()
    {
        var client = ScriptedChatClient.Saying("Sure, I'll wait. What do you need?");
        await new WriterBench(client).WriteAsync(Requests.Of(new DecisionLine { Scenario = "antacid-refill", Act = "acknowledge", Key = "generic:x", Line = Line, Told = ["wantsRefill"], Heard = "okay" }));

        var options = Assert.Single(client.Options)!;
        var schema = Assert.IsType<ChatResponseFormatJson>(options.ResponseFormat).Schema!.Value.GetProperty("properties");
        Assert.Equal("calm", schema.GetProperty("mood").GetProperty("enum")[0].GetString());
        Assert.Equal("wantsRefill", schema.GetProperty("reveals").GetProperty("items").GetProperty("enum")[0].GetString());
        var grammar = Assert.IsType<string>(options.AdditionalProperties![ChatKeys.Gbnf]);
        Assert.StartsWith("root ::= \"{\" ws \"\\\"say\\\":\" ws words", grammar, StringComparison.Ordinal);
        Assert.Contains("id ::= \"\\\"wantsRefill\\\"\"", grammar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_SaysWhy_AndNothingOfWhatWasSaid()
    {
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var bench = new WriterBench(ScriptedChatClient.Saying("Sure, my dad went down in the barn."), logger: loggers.CreateLogger<ModelReplyWriter>());

        await bench.WriteAsync(Requests.Plain(Line));

        var line = Assert.Single(log.Lines);
        Assert.Contains("undisclosedFact", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("barn", line.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wait", line.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Options_AreChecked()
    {
        var options = new ModelReplyWriterOptions { FirstClauseBudgetMs = 5_000, TotalBudgetMs = 2_000 };
        Assert.Contains(options.Validate(new(options)), problem => problem.ErrorMessage!.Contains("Patient:Words:TotalBudgetMs", StringComparison.Ordinal));
        Assert.Empty(new ModelReplyWriterOptions().Validate(new(options)));
    }

    private static async IAsyncEnumerable<string> Deaf()
    {
        await new TaskCompletionSource().Task;
        yield return "";
    }
}
