using Microsoft.Extensions.AI;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class ReplyTests(TinyModelFile model) : IClassFixture<TinyModelFile>
{
    [Fact]
    public async Task Reply_ComesInPiecesAndEndsByItself()
    {
        await using var client = model.Open();
        var reply = await Collected.OfAsync(client, TinyModelFile.Say("Where does it hurt?"), TinyModelFile.Ask(maxTokens: 600));
        Assert.Equal(ChatFinishReason.Stop, reply.Finish);
        Assert.True(reply.Pieces > 1, reply.Text);
        Assert.InRange(reply.Pieces, 1, (int)reply.Usage.OutputTokenCount!);
        Assert.DoesNotContain("<|im", reply.Text, StringComparison.Ordinal);
        Assert.Equal(reply.Usage.InputTokenCount + reply.Usage.OutputTokenCount, reply.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task Reply_ThatIsLongEnough_EndsThere()
    {
        await using var client = model.Open();
        var reply = await Collected.OfAsync(client, TinyModelFile.Say("Go on."), TinyModelFile.Ask(TinyModelFile.Endless, maxTokens: 20));
        Assert.Equal(ChatFinishReason.Length, reply.Finish);
        Assert.Equal(20, reply.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task Seed_MakesTheReply()
    {
        await using var client = model.Open();
        var replies = new List<string>();
        foreach (var seed in new[] { 5, 5, 6 })
        {
            replies.Add((await Collected.OfAsync(client, TinyModelFile.Say("Hello."), TinyModelFile.Ask(TinyModelFile.Endless, seed, 30))).Text);
        }
        Assert.Equal(replies[0], replies[1]);
        Assert.NotEqual(replies[0], replies[2]);
    }

    [Fact]
    public async Task StopSequence_EndsTheReplyBeforeIt()
    {
        await using var client = model.Open();
        var options = TinyModelFile.Ask("root ::= \"my knee hurts. today it is worse.\" root");
        options.StopSequences = ["worse!", ". today"];
        var reply = await Collected.OfAsync(client, TinyModelFile.Say("Hello."), options);
        Assert.Equal("my knee hurts", reply.Text);
        Assert.Equal(ChatFinishReason.Stop, reply.Finish);
    }

    [Fact]
    public async Task HeldBackText_ComesWhenTheReplyEnds()
    {
        await using var client = model.Open();
        var options = TinyModelFile.Ask("root ::= \"it is worse\"");
        options.StopSequences = ["worse!"];
        Assert.Equal("it is worse", (await Collected.OfAsync(client, TinyModelFile.Say("Hello."), options)).Text);
    }

    [Fact]
    public async Task WholeReply_IsWhatWasStreamed()
    {
        await using var client = model.Open();
        var options = TinyModelFile.Ask(TinyModelFile.Json, seed: 3);
        var whole = await client.GetResponseAsync(TinyModelFile.Say("Hello."), options);
        Assert.Equal((await Collected.OfAsync(client, TinyModelFile.Say("Hello."), options)).Text, whole.Text);
        Assert.Equal("tiny.gguf", whole.ModelId);
        Assert.Null(whole.ConversationId);
    }

    [Fact]
    public async Task WhatItCannotDo_IsRefusedInWords()
    {
        await using var client = model.Open();
        var messages = TinyModelFile.Say("Hello.");
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync(messages, new ChatOptions { Tools = [new NamedTool()] }));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync([new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])]));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync([new ChatMessage(ChatRole.Tool, "42")]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetResponseAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetResponseAsync(messages, new ChatOptions { StopSequences = [""] }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetResponseAsync(messages, new ChatOptions { Temperature = -1 }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetResponseAsync(messages, new ChatOptions { MaxOutputTokens = 0 }));
    }

    private sealed class NamedTool : AITool;
}
