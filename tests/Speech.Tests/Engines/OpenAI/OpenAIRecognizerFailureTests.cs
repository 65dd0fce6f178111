using RealtimeTraining.Models.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

public sealed class OpenAIRecognizerFailureTests
{
    [Theory]
    [InlineData(401, RemoteFailure.KeyRefused, "Engines:OpenAI:Transcription:ApiKey")]
    [InlineData(404, RemoteFailure.NotFound, "Engines:OpenAI:Transcription:Model")]
    [InlineData(500, RemoteFailure.ServerError, "log")]
    [InlineData(302, RemoteFailure.Redirected, "Engines:OpenAI:Transcription:BaseUrl")]
    public async Task Refusal_IsSaidWithItsCure(int status, RemoteFailure failure, string cure)
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("{}", status, "Location: http://127.0.0.1:1/"));
        await using var on = new RecognizerOn(server.Address);
        var seen = await on.FailAsync();
        Assert.Equal(failure, seen.Failure);
        Assert.Contains(cure, seen.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("application/json", """{"text":7}""")]
    [InlineData("application/json", """["text"]""")]
    [InlineData("application/json", """{"text":"Hel""")]
    [InlineData("application/json", "")]
    [InlineData("text/plain", "Hello.")]
    public async Task AnotherAnswer_IsNotUnderstood(string mediaType, string body)
    {
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, mediaType, System.Text.Encoding.UTF8.GetBytes(body)));
        await using var on = new RecognizerOn(server.Address);
        Assert.Equal(RemoteFailure.NotUnderstood, (await on.FailAsync()).Failure);
    }

    [Theory]
    [InlineData("""{"text":"Hello.","segments":[{"text":null,"avg_logprob":"x","words":[7,{"word":7}]}],"words":{"a":1}}""")]
    [InlineData("""{"text":"Hello.","segments":"none","words":[{"word":"Hello.","start":-1e300,"end":1e300}]}""")]
    public async Task OddDetails_AreLeftOut(string json)
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync(json));
        await using var on = new RecognizerOn(server.Address);
        Assert.Equal("hello", (await on.HearAsync()).Text);
    }

    [Fact]
    public async Task Silence_TimesOut_AndTheNextUtteranceIsHeard()
    {
        var asked = new TaskCompletionSource();
        await using var server = new WireServer(
            exchange =>
            {
                asked.SetResult();
                return exchange.UntilClientIsGoneAsync();
            },
            exchange => exchange.JsonAsync("""{"text":"Hello."}"""));
        await using var on = new RecognizerOn(server.Address);
        await using var stream = await on.OpenAsync();
        stream.Write(Sound.Tone(500));
        var finishing = stream.FinishAsync(CancellationToken.None).AsTask();
        await asked.Task;
        on.Clock.AdvanceMs(8_000);
        Assert.Equal(RemoteFailure.TimedOut, (await Assert.ThrowsAsync<RemoteServerException>(() => finishing)).Failure);
        stream.Write(Sound.Tone(500));
        Assert.Equal("hello", (await stream.FinishAsync(CancellationToken.None)).Text);
    }

    [Fact]
    public async Task EndlessAnswer_IsBrokenOff()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("application/json");
            await exchange.ChunkAsync("{\"text\":\"");
            while (!exchange.TestOver.IsCancellationRequested)
            {
                await exchange.ChunkAsync(new string('a', 65_536));
            }
        });
        await using var on = new RecognizerOn(server.Address);
        Assert.Equal(RemoteFailure.TooLong, (await on.FailAsync()).Failure);
    }

    [Fact]
    public async Task LyingLength_IsBrokenOff()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.RawAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"text\":\"Hello.\"}");
            exchange.Close();
        });
        await using var on = new RecognizerOn(server.Address);
        Assert.Equal(RemoteFailure.BrokenOff, (await on.FailAsync()).Failure);
    }

    [Fact]
    public async Task Cancel_ClosesTheConnection()
    {
        var (asked, gone) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new WireServer(async exchange =>
        {
            asked.SetResult();
            await exchange.UntilClientIsGoneAsync();
            gone.SetResult();
        });
        await using var on = new RecognizerOn(server.Address);
        await using var stream = await on.OpenAsync();
        stream.Write(Sound.Tone(500));
        using var cancel = new CancellationTokenSource();
        var finishing = stream.FinishAsync(cancel.Token).AsTask();
        await asked.Task;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finishing);
        await gone.Task;
    }

    [Fact]
    public async Task Partial_ThatFails_IsNotTriedAgain_AndHarmsNothing()
    {
        var failed = new TaskCompletionSource();
        await using var server = new WireServer(
            async exchange =>
            {
                await exchange.JsonAsync("{}", 503);
                failed.SetResult();
            },
            exchange => exchange.JsonAsync("""{"text":"Hello."}"""));
        await using var on = new RecognizerOn(server.Address);
        await using var stream = await on.OpenAsync();
        stream.Partial += _ => { };
        stream.Write(Sound.Tone(800));
        await failed.Task;
        Assert.Equal("hello", (await stream.FinishAsync(CancellationToken.None)).Text);
        Assert.Equal(2, server.Requests.Count);
    }
}
