using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

public sealed class OpenAISynthesizerFailureTests
{
    [Theory]
    [InlineData(401, RemoteFailure.KeyRefused)]
    [InlineData(404, RemoteFailure.NotFound)]
    [InlineData(500, RemoteFailure.ServerError)]
    [InlineData(308, RemoteFailure.Redirected)]
    public async Task Refusal_IsSaidWithTheSetting(int status, RemoteFailure failure)
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("{}", status, "Location: http://127.0.0.1:1/"));
        await using var on = new VoiceOn(server.Address);
        var seen = await on.FailAsync();
        Assert.Equal(failure, seen.Failure);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Busy_ThenFree_Speaks()
    {
        await using var server = new WireServer(
            exchange => exchange.JsonAsync("{}", 429, "Retry-After: 2"),
            exchange => exchange.AnswerAsync(200, "audio/pcm", Pcm.ToBytes(Sound.Tone(100, 24_000))));
        await using var on = new VoiceOn(server.Address);
        var speaking = on.SpeakAsync();
        await on.Clock.PassAsync(2_000, 2_000);
        Assert.Equal(AudioFormat.Samples(100), (await speaking).Length);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("audio/mpeg", "abcdefgh")]
    [InlineData("audio/pcm", "OggS and more")]
    [InlineData("audio/pcm", "ID3 and more")]
    [InlineData("audio/pcm", "")]
    [InlineData("audio/wav", "RIFF")]
    public async Task AnotherKindOfAnswer_IsNotPlayed(string mediaType, string body)
    {
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, mediaType, System.Text.Encoding.ASCII.GetBytes(body)));
        await using var on = new VoiceOn(server.Address);
        Assert.Equal(RemoteFailure.NotUnderstood, (await on.FailAsync()).Failure);
    }

    [Fact]
    public async Task WavFile_OfAnotherKind_IsNamed()
    {
        var wav = Sound.Wav(Sound.Tone(100), 16_000);
        wav[34] = 24;
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, "audio/wav", wav));
        await using var on = new VoiceOn(server.Address);
        Assert.Contains("24 bits", (await on.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WavFile_ThatIsAllHeader_IsGivenUp()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("audio/wav");
            await exchange.ChunkAsync("RIFF____WAVE");
            while (!exchange.TestOver.IsCancellationRequested)
            {
                await exchange.ChunkAsync("junk\u0008\0\0\0________");
            }
        });
        await using var on = new VoiceOn(server.Address);
        Assert.Equal(RemoteFailure.NotUnderstood, (await on.FailAsync()).Failure);
    }

    [Fact]
    public async Task SlowToFirstSound_TimesOut()
    {
        var asked = new TaskCompletionSource();
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("audio/pcm");
            asked.SetResult();
            await exchange.UntilClientIsGoneAsync();
        });
        await using var on = new VoiceOn(server.Address);
        var failing = on.FailAsync();
        await asked.Task;
        on.Clock.AdvanceMs(5_000);
        Assert.Contains("first sound", (await failing).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stall_TimesOut_ButNotWhileThePatientIsHeard()
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("audio/pcm");
            await exchange.ChunkAsync(Pcm.ToBytes(Sound.Tone(100, 24_000)));
            await exchange.UntilClientIsGoneAsync();
        });
        await using var on = new VoiceOn(server.Address);
        await using var chunks = on.Voice.SpeakAsync(new SpeechRequest("Hi.", "female"), CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await chunks.MoveNextAsync());
        // Who listens takes the time that listening takes.
        on.Clock.AdvanceMs(60_000);
        var next = chunks.MoveNextAsync();
        while (next.IsCompletedSuccessfully && await next)
        {
            next = chunks.MoveNextAsync();
        }
        on.Clock.AdvanceMs(3_000);
        var failure = await Assert.ThrowsAsync<RemoteServerException>(async () => await next);
        Assert.Contains("more sound", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BrokenOff_WithinTheSound_IsSaid(bool half)
    {
        await using var server = new WireServer(async exchange =>
        {
            await exchange.RawAsync("HTTP/1.1 200 OK\r\nContent-Type: audio/pcm\r\nContent-Length: 96000\r\n\r\n");
            await exchange.RawAsync(Pcm.ToBytes(Sound.Tone(100, 24_000)));
            if (half)
            {
                exchange.CloseHalf();
            }
            else
            {
                exchange.Close();
            }
        });
        await using var on = new VoiceOn(server.Address);
        Assert.Equal(RemoteFailure.BrokenOff, (await on.FailAsync()).Failure);
    }

    [Fact]
    public async Task EndlessClip_IsBrokenOff()
    {
        var piece = Pcm.ToBytes(Sound.Tone(200, 24_000));
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("audio/pcm");
            while (!exchange.TestOver.IsCancellationRequested)
            {
                await exchange.ChunkAsync(piece);
            }
        });
        await using var on = new VoiceOn(server.Address, options => options.MaxClipMs = 2_000);
        var failure = await on.FailAsync();
        Assert.Equal(RemoteFailure.TooLong, failure.Failure);
        Assert.Contains("MaxClipMs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_Listens_SaysWhichSettingToCheck()
    {
        await using var on = new VoiceOn(WireServer.Nowhere(), options => options.Retries = 0);
        var failure = await on.FailAsync();
        Assert.Equal(RemoteFailure.Unreachable, failure.Failure);
        Assert.Contains("Engines:OpenAI:Speech:BaseUrl", failure.Message, StringComparison.Ordinal);
    }
}
