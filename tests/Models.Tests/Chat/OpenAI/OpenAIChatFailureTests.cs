using RealtimeTraining.Models.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Chat.OpenAI;

/// <summary>What a server may do wrong, and what is said about it.</summary>
public sealed class OpenAIChatFailureTests
{
    [Theory]
    [InlineData(401, "invalid_api_key", RemoteFailure.KeyRefused, "Engines:OpenAI:Chat:ApiKey")]
    [InlineData(404, "model_not_found", RemoteFailure.NotFound, "Engines:OpenAI:Chat:Model")]
    [InlineData(400, "context_length_exceeded", RemoteFailure.RequestRefused, "log")]
    [InlineData(500, "server_error", RemoteFailure.ServerError, "log")]
    public async Task Refusal_IsSaidWithItsCure_AndNotRepeated(int status, string code, RemoteFailure failure, string cure)
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync(
            $$$"""{"error":{"message":"Wrong key {{{ChatOn.Key}}} for: What brings you in?","type":"invalid","code":"{{{code}}}"}}""", status));
        using var chat = new ChatOn(server.Address);
        var seen = await chat.FailAsync();
        Assert.Equal((failure, status), (seen.Failure, (int?)seen.Status));
        Assert.Contains(code, seen.Message, StringComparison.Ordinal);
        Assert.Contains(cure, seen.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Refusal_WithTheKeyForACode_LeavesItOut()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync($$$"""{"error":{"code":"{{{ChatOn.Key}}}"}}""", 401));
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.KeyRefused, (await chat.FailAsync()).Failure);
    }

    [Fact]
    public async Task Busy_ThenFree_IsAskedAgainWhenTheServerSaid()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("{}", 429, "Retry-After: 3"), ChatWire.Says("Hi."));
        using var chat = new ChatOn(server.Address);
        var answer = chat.AskAsync();
        await chat.Clock.PassAsync(3_000, 3_000);
        Assert.Equal("Hi.", (await answer).Text);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Fact]
    public async Task Busy_ForLongerThanTheBudget_FailsWithoutWaiting()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("{}", 429, "Retry-After: 60"));
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.Busy, (await chat.FailAsync()).Failure);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Passing_IsTriedThreeTimes_WithGrowingWaits(int status)
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("{}", status));
        using var chat = new ChatOn(server.Address);
        var failing = chat.FailAsync();
        await chat.Clock.PassAsync(100, 300);
        await chat.Clock.PassAsync(200, 600);
        Assert.Equal(status, (int?)(await failing).Status);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(2, chat.Log.Lines.Count);
    }

    [Fact]
    public async Task Nobody_Listens_SaysWhichSettingToCheck()
    {
        using var chat = new ChatOn(WireServer.Nowhere(), options => options.Retries = 1);
        var failing = chat.FailAsync();
        await chat.Clock.PassAsync(100, 300);
        var failure = await failing;
        Assert.Equal(RemoteFailure.Unreachable, failure.Failure);
        Assert.Contains("Engines:OpenAI:Chat:BaseUrl", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlowToFirstWord_TimesOut()
    {
        var asked = new TaskCompletionSource();
        await using var server = new WireServer(exchange =>
        {
            asked.SetResult();
            return exchange.UntilClientIsGoneAsync();
        });
        using var chat = new ChatOn(server.Address);
        var failing = chat.FailAsync();
        await asked.Task;
        chat.Clock.AdvanceMs(5_000);
        var failure = await failing;
        Assert.Equal(RemoteFailure.TimedOut, failure.Failure);
        Assert.Contains("first words", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepAliveComments_AreNoFirstWords()
    {
        var sent = new TaskCompletionSource();
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(": still loading\n\n" + ChatWire.Words(""));
            sent.SetResult();
            await exchange.UntilClientIsGoneAsync();
        });
        using var chat = new ChatOn(server.Address);
        var failing = chat.FailAsync();
        await sent.Task;
        chat.Clock.AdvanceMs(5_000);
        Assert.Contains("first words", (await failing).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stall_WithinTheAnswer_TimesOut_ButNotWhileTheReaderThinks()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My "));
            await exchange.ChunkAsync(ChatWire.Words("knee "));
            await exchange.UntilClientIsGoneAsync();
        });
        using var chat = new ChatOn(server.Address);
        await using var updates = chat.Client.GetStreamingResponseAsync(ChatOn.Asked).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        chat.Clock.AdvanceMs(10_000);
        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync();
        chat.Clock.AdvanceMs(3_000);
        var failure = await Assert.ThrowsAsync<RemoteServerException>(async () => await next);
        Assert.Equal(RemoteFailure.TimedOut, failure.Failure);
        Assert.Contains("next words", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dribble_OverTheWholeTime_TimesOut()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My "));
            await exchange.UntilClientIsGoneAsync();
        });
        using var chat = new ChatOn(server.Address, options => (options.StallTimeoutMs, options.TimeoutMs) = (60_000, 20_000));
        await using var updates = chat.Client.GetStreamingResponseAsync(ChatOn.Asked).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync();
        chat.Clock.AdvanceMs(20_000);
        Assert.Contains("20,000 ms", (await Assert.ThrowsAsync<RemoteServerException>(async () => await next)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data: {\"id\":\"c1\",\"choices\":[{\"delta\":{\"content\":\"My kn\n\n")]
    [InlineData("data: {\"id\":7,\"choices\":\"none\"}\n\n")]
    [InlineData("data: []\n\n")]
    public async Task BrokenJson_IsNotUnderstood(string piece)
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(piece);
            await exchange.EndAsync();
        });
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.NotUnderstood, (await chat.FailAsync()).Failure);
    }

    [Fact]
    public async Task HalfClosed_WithinTheAnswer_IsBrokenOff()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My knee "));
            exchange.CloseHalf();
        });
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.BrokenOff, (await chat.FailAsync()).Failure);
    }

    [Fact]
    public async Task Closed_BeforeAnyAnswer_IsBrokenOff_AndNotSentAgain()
    {
        await using var server = new WireServer(exchange =>
        {
            exchange.Close();
            return Task.CompletedTask;
        });
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.BrokenOff, (await chat.FailAsync()).Failure);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Ended_WithoutAReason_IsBrokenOff()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My knee "));
            await exchange.EndAsync();
        });
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.BrokenOff, (await chat.FailAsync()).Failure);
    }

    [Fact]
    public async Task LyingLength_Longer_IsBrokenOff()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.RawAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 5000\r\n\r\n");
            await exchange.RawAsync(ChatWire.Words("My knee "));
            exchange.Close();
        });
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.BrokenOff, (await chat.FailAsync()).Failure);
    }

    [Fact]
    public async Task HugeLength_IsRefusedUnread()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.RawAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 99999999999\r\n\r\n");
            await exchange.UntilClientIsGoneAsync();
        });
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.TooLong, (await chat.FailAsync()).Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EndlessAnswer_IsBrokenOff_InEventsOrInOneLine(bool events)
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            var piece = events ? ChatWire.Words(new string('a', 50)) : new string('a', 4_096);
            await exchange.ChunkAsync("data: ");
            while (!exchange.TestOver.IsCancellationRequested)
            {
                await exchange.ChunkAsync(events ? piece[6..] + "data: " : piece);
            }
        });
        using var chat = new ChatOn(server.Address, options => options.MaxAnswerChars = 1_000);
        Assert.Equal(RemoteFailure.TooLong, (await chat.FailAsync()).Failure);
    }

    [Fact]
    public async Task WrongContentType_IsNotUnderstood()
    {
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, "text/html", "<html>"u8.ToArray()));
        using var chat = new ChatOn(server.Address);
        var failure = await chat.FailAsync();
        Assert.Equal(RemoteFailure.NotUnderstood, failure.Failure);
        Assert.Contains("text/html", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var elsewhere = new WireServer(ChatWire.Says("Gotcha."));
        await using var server = new WireServer(exchange => exchange.JsonAsync("{}", 307, $"Location: {elsewhere.Address}/v1/chat/completions"));
        using var chat = new ChatOn(server.Address);
        Assert.Equal(RemoteFailure.Redirected, (await chat.FailAsync()).Failure);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task ErrorWithinTheStream_IsAFailure()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("text/event-stream");
            await exchange.ChunkAsync(ChatWire.Words("My ") + "data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\n");
            await exchange.EndAsync();
        });
        using var chat = new ChatOn(server.Address);
        Assert.Contains((await chat.FailAsync()).Failure, new[] { RemoteFailure.BrokenOff, RemoteFailure.NotUnderstood });
    }
}
