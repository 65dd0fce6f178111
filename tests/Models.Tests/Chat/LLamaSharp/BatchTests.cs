using System.Text.Json;
using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Chat;
using RealtimeTraining.Models.Chat.LLamaSharp;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class BatchTests(TinyModelFile model) : IClassFixture<TinyModelFile>
{
    private const int LongerThanAnyTest = 100_000;

    [Fact]
    public async Task ManyAtOnce_AllEndWellFormed()
    {
        await using var client = model.Open(options => options.QueueLength = 8);
        var replies = await Task.WhenAll(Enumerable.Range(1, 12).Select(seed =>
            Collected.OfAsync(client, TinyModelFile.Say($"Question number {seed}?"), TinyModelFile.Ask(TinyModelFile.Json, seed))));
        Assert.All(replies, reply =>
        {
            Assert.Equal(ChatFinishReason.Stop, reply.Finish);
            JsonDocument.Parse(reply.Text).Dispose();
        });
        Assert.True(replies.Select(reply => reply.Text).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Replies_AreWrittenAtTheSameTime()
    {
        await using var client = model.Open(LongContext(conversations: 2));
        await using var first = await EndlessAsync(client);
        await using var second = await EndlessAsync(client);
        Assert.True(await first.MoveNextAsync());
        Assert.True(await second.MoveNextAsync());
    }

    [Fact]
    public async Task Cancelled_EndsAtOnceAndLeavesTheOthersAlone()
    {
        await using var client = model.Open(LongContext(conversations: 2));
        using var bargeIn = new CancellationTokenSource();
        await using var cancelled = await EndlessAsync(client, bargeIn.Token);
        var other = Collected.OfAsync(client, TinyModelFile.Say("And you?"), TinyModelFile.Ask(TinyModelFile.Endless, maxTokens: 150));
        await bargeIn.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled.MoveNextAsync());
        Assert.Equal(150, (await other).Usage.OutputTokenCount);
    }

    [Fact]
    public async Task Cancelled_FreesItsConversation()
    {
        await using var client = model.Open(LongContext(conversations: 1));
        using var bargeIn = new CancellationTokenSource();
        await using var cancelled = await EndlessAsync(client, bargeIn.Token);
        var waiting = client.GetResponseAsync(TinyModelFile.Say("Next."), TinyModelFile.Ask("root ::= \"yes\""));
        Assert.False(waiting.IsCompleted);
        await bargeIn.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled.MoveNextAsync());
        Assert.Equal("yes", (await waiting).Text);
    }

    [Fact]
    public async Task LeftHalfway_FreesItsConversation()
    {
        await using var client = model.Open(LongContext(conversations: 1));
        await (await EndlessAsync(client)).DisposeAsync();
        Assert.Equal("yes", (await client.GetResponseAsync(TinyModelFile.Say("Next."), TinyModelFile.Ask("root ::= \"yes\""))).Text);
    }

    [Fact]
    public async Task Waiting_AreServedInTheOrderInWhichTheyCame()
    {
        await using var client = model.Open(LongContext(conversations: 1));
        await using var running = await EndlessAsync(client);
        var (first, second) = (EndlessAsync(client), EndlessAsync(client));
        await running.DisposeAsync();
        // The second goes on only when the first is let go of, although both wait.
        await using var served = await first;
        Assert.False(second.IsCompleted);
        await served.DisposeAsync();
        await using var next = await second;
    }

    [Fact]
    public async Task TooManyWaiting_IsSaidAtOnce()
    {
        await using var client = model.Open(options =>
        {
            LongContext(conversations: 1)(options);
            options.QueueLength = 1;
        });
        await using var running = await EndlessAsync(client);
        using var givenUp = new CancellationTokenSource();
        var waiting = client.GetResponseAsync(TinyModelFile.Say("Second."), TinyModelFile.Ask("root ::= \"yes\""), givenUp.Token);
        var refusal = await Assert.ThrowsAsync<ChatBusyException>(() => client.GetResponseAsync(TinyModelFile.Say("Third."), TinyModelFile.Ask("root ::= \"yes\"")));
        Assert.Contains("QueueLength", refusal.Message, StringComparison.Ordinal);

        // Who gives up waiting makes room for another.
        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var fourth = client.GetResponseAsync(TinyModelFile.Say("Fourth."), TinyModelFile.Ask("root ::= \"yes\""));
        await running.DisposeAsync();
        Assert.Equal("yes", (await fourth).Text);
    }

    private static Action<LLamaChatOptions> LongContext(int conversations) => options =>
    {
        options.ContextTokens = TinyModel.ContextTokens;
        options.Conversations = conversations;
        options.KeptConversations = 0;
    };

    /// <summary>A reply without end, of which the first piece has come.</summary>
    private static async Task<IAsyncEnumerator<ChatResponseUpdate>> EndlessAsync(LLamaChatClient client, CancellationToken cancellationToken = default)
    {
        var reply = client.GetStreamingResponseAsync(TinyModelFile.Say("Go on."), TinyModelFile.Ask(TinyModelFile.Endless, maxTokens: LongerThanAnyTest), cancellationToken)
            .GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await reply.MoveNextAsync());
        return reply;
    }
}
