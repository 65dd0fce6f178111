using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Chat.LLamaSharp;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class ReuseTests(TinyModelFile model) : IClassFixture<TinyModelFile>
{
    private const string Yes = "root ::= \"yes\"";

    [Theory]
    [InlineData("call 1")]
    [InlineData(null)]
    public async Task NextTurn_WorksOutOnlyWhatIsNew(string? conversation)
    {
        await using var client = model.Open();
        var messages = TinyModelFile.Say("Where does it hurt?");
        var first = await Collected.OfAsync(client, messages, TinyModelFile.Ask(Yes, conversation: conversation));
        Assert.Equal(0, first.Usage.CachedInputTokenCount);

        messages.AddRange([new(ChatRole.Assistant, first.Text), new(ChatRole.User, "Since when?")]);
        var second = await Collected.OfAsync(client, messages, TinyModelFile.Ask(Yes, conversation: conversation));
        Assert.InRange(second.Usage.CachedInputTokenCount!.Value, first.Usage.InputTokenCount!.Value, second.Usage.InputTokenCount!.Value - 1);
    }

    [Fact]
    public async Task OtherConversation_SharesTheBeginning()
    {
        await using var client = model.Open();
        var first = await Collected.OfAsync(client, TinyModelFile.Say("alpha"), TinyModelFile.Ask(Yes, conversation: "call 1"));
        var second = await Collected.OfAsync(client, TinyModelFile.Say("omega"), TinyModelFile.Ask(Yes, conversation: "call 2"));
        var beginning = first.Usage.InputTokenCount!.Value - 30;
        Assert.InRange(second.Usage.CachedInputTokenCount!.Value, beginning, second.Usage.InputTokenCount!.Value - 1);

        // The first has lost nothing by it.
        var again = await Collected.OfAsync(client, TinyModelFile.Say("alpha"), TinyModelFile.Ask(Yes, conversation: "call 1"));
        Assert.Equal(again.Usage.InputTokenCount - 1, again.Usage.CachedInputTokenCount);
    }

    [Fact]
    public async Task OtherConversation_SharesTheBeginningOfOneThatIsBeingWritten()
    {
        await using var client = model.Open();
        await using var running = client.GetStreamingResponseAsync(TinyModelFile.Say("alpha"), TinyModelFile.Ask(TinyModelFile.Endless, maxTokens: 700, conversation: "call 1"))
            .GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await running.MoveNextAsync());
        var second = await Collected.OfAsync(client, TinyModelFile.Say("omega"), TinyModelFile.Ask(Yes, conversation: "call 2"));
        Assert.True(second.Usage.CachedInputTokenCount > 20, $"{second.Usage.CachedInputTokenCount} of {second.Usage.InputTokenCount}");
    }

    [Fact]
    public async Task Reuse_ChangesNothingInTheReply()
    {
        var options = TinyModelFile.Ask(TinyModelFile.Json);
        options.Temperature = 0;
        await using var fresh = model.Open();
        var alone = await Collected.OfAsync(fresh, TinyModelFile.Say("omega"), options);

        await using var used = model.Open();
        await Collected.OfAsync(used, TinyModelFile.Say("alpha, and a good deal more than that"), options);
        var after = await Collected.OfAsync(used, TinyModelFile.Say("omega"), options);
        Assert.True(after.Usage.CachedInputTokenCount > 20);
        Assert.Equal(alone.Text, after.Text);
    }

    [Fact]
    public async Task Cancelled_IsGoneOnWithInTheNextTurn()
    {
        await using var client = model.Open();
        await using (var broken = client.GetStreamingResponseAsync(TinyModelFile.Say("alpha"), TinyModelFile.Ask(TinyModelFile.Endless, maxTokens: 700, conversation: "call 1"))
            .GetAsyncEnumerator(CancellationToken.None))
        {
            Assert.True(await broken.MoveNextAsync());
        }
        var next = await Collected.OfAsync(client, TinyModelFile.Say("alpha"), TinyModelFile.Ask(Yes, conversation: "call 1"));
        Assert.Equal(next.Usage.InputTokenCount - 1, next.Usage.CachedInputTokenCount);
    }

    [Fact]
    public async Task MoreConversationsThanAreKept_ForgetTheOldest()
    {
        await using var client = model.Open(options => (options.Conversations, options.KeptConversations) = (1, 1));
        foreach (var call in new[] { "one", "two", "three" })
        {
            await Collected.OfAsync(client, Unlike(call), TinyModelFile.Ask(Yes, conversation: call));
        }
        var kept = await Collected.OfAsync(client, Unlike("three"), TinyModelFile.Ask(Yes, conversation: "three"));
        var forgotten = await Collected.OfAsync(client, Unlike("one"), TinyModelFile.Ask(Yes, conversation: "one"));
        Assert.Equal(kept.Usage.InputTokenCount - 1, kept.Usage.CachedInputTokenCount);
        Assert.InRange(forgotten.Usage.CachedInputTokenCount!.Value, 0, 12);
    }

    [Fact]
    public async Task Telemetry_CountsWhatWasReusedAndWorkedOut()
    {
        var counts = new Dictionary<string, double>();
        using var telemetry = new LLamaTelemetry();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == LLamaTelemetry.Name)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Count(string name, double by)
        {
            lock (counts)
            {
                counts[name] = counts.GetValueOrDefault(name) + by;
            }
        }
        listener.SetMeasurementEventCallback<long>((instrument, by, _, _) => Count(instrument.Name, by));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Count(instrument.Name, 1));
        listener.Start();
        await using var client = new LLamaChatClient(model.Path, TinyModelFile.Options, telemetry);
        var first = await Collected.OfAsync(client, TinyModelFile.Say("alpha"), TinyModelFile.Ask(Yes));
        var second = await Collected.OfAsync(client, TinyModelFile.Say("alpha"), TinyModelFile.Ask(Yes));
        lock (counts)
        {
            Assert.True(counts["chat.first_token"] >= 2);
            Assert.True(counts["chat.prompt.reused"] >= second.Usage.CachedInputTokenCount);
            Assert.True(counts["chat.prompt.decoded"] >= first.Usage.InputTokenCount + 1);
            Assert.True(counts["chat.written"] >= first.Usage.OutputTokenCount + second.Usage.OutputTokenCount);
        }
    }

    private static List<ChatMessage> Unlike(string call) => TinyModelFile.Say("Hello.", system: $"{call} {call} {call} is this call, and there is nothing like it.");
}
