using System.Text.Json;
using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Chat.OpenAI;

public sealed class OpenAIChatClientTests
{
    [Fact]
    public async Task Answer_ComesInPieces_WithItsEndAndItsUsage()
    {
        var more = new TaskCompletionSource();
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My knee "));
            await more.Task;
            await exchange.ChunkAsync(ChatWire.Words("hurts."));
            await exchange.ChunkAsync(ChatWire.Finish());
            await exchange.ChunkAsync(ChatWire.Usage(7, 3));
            await exchange.ChunkAsync(ChatWire.Done);
            await exchange.EndAsync();
        });
        using var chat = new ChatOn(server.Address);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.Client.GetStreamingResponseAsync(ChatOn.Asked))
        {
            // The server says the rest only once the first words were seen here.
            more.TrySetResult();
            updates.Add(update);
        }
        var whole = updates.ToChatResponse();
        Assert.Equal("My knee ", updates[0].Text);
        Assert.Equal("My knee hurts.", whole.Text);
        Assert.Equal(ChatFinishReason.Stop, whole.FinishReason);
        Assert.Equal((7, 3), (whole.Usage?.InputTokenCount, whole.Usage?.OutputTokenCount));
    }

    [Fact]
    public async Task Request_SaysAllThatWasAsked()
    {
        await using var server = new WireServer(ChatWire.Says("Hi."));
        using var chat = new ChatOn($"{server.Address}/v1/");
        var schema = JsonDocument.Parse("""{"type":"object","properties":{"say":{"type":"string"}},"required":["say"],"additionalProperties":false}""").RootElement;
        await chat.AskAsync(new ChatOptions
        {
            Temperature = 0.5f, TopP = 0.75f, MaxOutputTokens = 60, Seed = 11, StopSequences = ["\n\n"],
            ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "reply"),
        });
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v1/chat/completions"), (request.Method, request.Path));
        Assert.Equal($"Bearer {ChatOn.Key}", request.Headers["Authorization"]);
        var json = request.Json;
        Assert.Equal("tiny", json.GetProperty("model").GetString());
        Assert.True(json.GetProperty("stream").GetBoolean());
        Assert.Equal(60, json.GetProperty("max_tokens").GetInt32());
        Assert.False(json.TryGetProperty("max_completion_tokens", out _));
        Assert.Equal(0.5, json.GetProperty("temperature").GetDouble());
        Assert.Equal(0.75, json.GetProperty("top_p").GetDouble());
        Assert.Equal(11, json.GetProperty("seed").GetInt32());
        Assert.Equal("\n\n", json.GetProperty("stop")[0].GetString());
        Assert.Equal("system", json.GetProperty("messages")[0].GetProperty("role").GetString());
        Assert.Contains("What brings you in?", json.GetProperty("messages")[1].GetRawText(), StringComparison.Ordinal);
        var format = json.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.Equal("string", format.GetProperty("json_schema").GetProperty("schema").GetProperty("properties").GetProperty("say").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Request_WithoutKey_SendsNone()
    {
        await using var server = new WireServer(ChatWire.Says("Hi."));
        using var chat = new ChatOn(server.Address, options => (options.ApiKey, options.MaxTokensName) = (null, "max_completion_tokens"));
        await chat.AskAsync();
        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.Equal(200, request.Json.GetProperty("max_completion_tokens").GetInt32());
    }

    [Fact]
    public async Task Answer_CutAtTheTokenLimit_SaysSo()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My knee") + ChatWire.Finish("length") + ChatWire.Done);
            await exchange.EndAsync();
        });
        using var chat = new ChatOn(server.Address);
        Assert.Equal(ChatFinishReason.Length, (await chat.AskAsync()).FinishReason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_WithinTheAnswer_ClosesTheConnectionAtOnce(bool byLeaving)
    {
        var gone = new TaskCompletionSource();
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My knee "));
            await exchange.UntilClientIsGoneAsync();
            gone.SetResult();
        });
        using var chat = new ChatOn(server.Address);
        using var cancel = new CancellationTokenSource();
        var updates = chat.Client.GetStreamingResponseAsync(ChatOn.Asked, cancellationToken: cancel.Token).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        if (byLeaving)
        {
            await updates.DisposeAsync();
        }
        else
        {
            var next = updates.MoveNextAsync();
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
            await updates.DisposeAsync();
        }
        await gone.Task;
    }

    [Fact]
    public async Task Ask_ForWhatAPatientCannotDo_IsRefused()
    {
        using var chat = new ChatOn(WireServer.Nowhere());
        await Assert.ThrowsAsync<NotSupportedException>(() => chat.AskAsync(new ChatOptions { Tools = [AIFunctionFactory.CreateDeclaration("f", "g", JsonDocument.Parse("{}").RootElement)] }));
        await Assert.ThrowsAsync<NotSupportedException>(() => chat.Client.GetResponseAsync([new ChatMessage(ChatRole.User, [new UriContent("http://a/b.png", "image/png")])]));
    }
}
