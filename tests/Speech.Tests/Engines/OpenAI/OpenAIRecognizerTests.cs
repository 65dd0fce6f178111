using System.Text;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

public sealed class OpenAIRecognizerTests
{
    [Fact]
    public async Task Utterance_ArrivesAsA16kHzMonoWav_WithEverySample()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("""{"text":"Hello."}"""));
        await using var on = new RecognizerOn(server.Address, options => options.Extra["no_language_probabilities"] = "true");
        await using var stream = await on.OpenAsync("metoprolol", "Doctor Patel", "metoprolol");
        var said = Sound.Tone(640);
        foreach (var frame in said.Chunk(AudioFormat.FrameSamples))
        {
            Assert.True(stream.Write(frame));
        }
        Assert.Equal("hello", (await stream.FinishAsync(CancellationToken.None)).Text);

        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/audio/transcriptions", request.Path);
        Assert.Equal($"Bearer {RecognizerOn.Key}", request.Headers["Authorization"]);
        var text = Encoding.Latin1.GetString(request.Body);
        Assert.Contains("name=\"timestamp_granularities[]\"", text, StringComparison.Ordinal);
        var file = text.IndexOf("RIFF", StringComparison.Ordinal);
        var wav = request.Body[file..];
        Assert.True(WavHeader.Matches(wav, 1, 16_000));
        Assert.Equal(said.Length * 2, BitConverter.ToInt32(wav, 40));
        Assert.Equal(said, Pcm.FromBytes(wav.AsSpan(44, said.Length * 2)));
        Assert.Contains("name=\"prompt\"\r\n\r\nmetoprolol, Doctor Patel\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"model\"\r\n\r\nwhisper-1\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"language\"\r\n\r\nen\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"response_format\"\r\n\r\nverbose_json\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"no_language_probabilities\"\r\n\r\ntrue\r\n", text, StringComparison.Ordinal);
        Assert.Contains("filename=\"utterance.wav\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShortForm_IsOneThatAnotherReaderUnderstands()
    {
        await using var server = new WireServer(
            exchange => exchange.JsonAsync("{}", 400), exchange => exchange.JsonAsync("""{"text":""}"""));
        await using var on = new RecognizerOn(server.Address, options => options.Model = "large v3");
        var said = Sound.Tone(300);
        Assert.Same(Transcript.Empty, await on.HearAsync(said));
        var form = await server.Requests[1].FormAsync();
        Assert.Equal("large v3", Encoding.UTF8.GetString(form["model"]));
        Assert.Equal("json", Encoding.UTF8.GetString(form["response_format"]));
        Assert.Equal("utterance.wav", Encoding.UTF8.GetString(form["filename"]));
        using var wav = new MemoryStream(form["file"]);
        Assert.Equal(said, WavFile.ReadMono(wav));
    }

    [Fact]
    public async Task LongAnswer_GivesWordsWithTimeAndConfidence()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("""
            {"task":"transcribe","text":" I'm Dr. Lee, born 3/14.","segments":[{"id":0,"text":" I'm Dr. Lee, born 3/14.","start":0,"end":1,"avg_logprob":-0.2,"no_speech_prob":0.01}],
             "words":[{"word":"I'm","start":0.0,"end":0.2},{"word":"Dr.","start":0.2,"end":0.4},{"word":"Lee","start":0.4,"end":0.6},{"word":"born","start":0.6,"end":0.8},{"word":"3/14","start":0.8,"end":99}]}
            """));
        await using var on = new RecognizerOn(server.Address);
        var heard = await on.HearAsync();
        Assert.Equal("i'm doctor lee born 3 14", heard.Text);
        Assert.Equal(Math.Exp(-0.2), heard.Confidence, 6);
        Assert.Equal(heard.Text.Split(' '), heard.Words.Select(word => word.Text));
        Assert.Equal((200, 400), (heard.Words[1].StartMs, heard.Words[1].EndMs));
        Assert.Equal(1_000, heard.Words[^1].EndMs);
    }

    [Fact]
    public async Task PiecesOfWords_AreJoined_AsWhisperCppSendsThem()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("""
            {"text":" Metoprolol please.","segments":[{"text":" Metoprolol please.","start":0.0,"end":0.9,"words":[
              {"word":" Met","start":0.0,"end":0.1,"probability":0.9},{"word":"opro","start":0.1,"end":0.2,"probability":0.7},{"word":"lol","start":0.2,"end":0.4,"probability":0.8},
              {"word":" please","start":0.5,"end":0.8,"probability":0.6},{"word":".","start":0.8,"end":0.9,"probability":0.5}]}]}
            """));
        await using var on = new RecognizerOn(server.Address);
        var heard = await on.HearAsync();
        Assert.Equal("metoprolol please", heard.Text);
        Assert.Equal([("metoprolol", 0, 400), ("please", 500, 900)], heard.Words.Select(word => (word.Text, word.StartMs, word.EndMs)));
        Assert.Equal(0.7, heard.Confidence, 6);
    }

    [Fact]
    public async Task InventedSentence_OnNoise_IsNotHeard()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("""
            {"text":" I need a refill. Thanks for watching! You you you you","segments":[
              {"text":" I need a refill.","start":0,"end":0.5,"avg_logprob":-0.3,"no_speech_prob":0.1,"compression_ratio":1.1},
              {"text":" Thanks for watching!","start":0.5,"end":0.7,"avg_logprob":-1.4,"no_speech_prob":0.9,"compression_ratio":1.0},
              {"text":" You you you you","start":0.7,"end":1.0,"avg_logprob":-0.3,"no_speech_prob":0.1,"compression_ratio":3.5}],
             "words":[{"word":"I","start":0,"end":0.1},{"word":"Thanks","start":0.5,"end":0.6},{"word":"You","start":0.7,"end":0.8}]}
            """));
        await using var on = new RecognizerOn(server.Address);
        var heard = await on.HearAsync();
        Assert.Equal("i need a refill", heard.Text);
        Assert.Equal("i", Assert.Single(heard.Words).Text);
    }

    [Fact]
    public async Task ServerWithoutTheLongForm_IsAskedForTheShortOne_AndThatIsRemembered()
    {
        await using var server = new WireServer(
            exchange => exchange.JsonAsync("""{"error":{"code":"unsupported_value"}}""", 400), exchange => exchange.JsonAsync("""{"text":"Hello."}"""));
        await using var on = new RecognizerOn(server.Address);
        Assert.Equal("hello", (await on.HearAsync()).Text);
        Assert.Equal("hello", (await on.HearAsync()).Text);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("Blood pressure is 120/80.", "blood pressure is 120 80")]
    [InlineData("It's $1,250.", "it's 1250 dollars")]
    [InlineData("Call 555-123-4567, OK?", "call 555 123 4567 ok")]
    [InlineData("[BLANK_AUDIO]", "")]
    [InlineData("(soft music) *coughs* Hi <|nospeech|>", "hi")]
    [InlineData("Mrs. O’Brien took 2.5 mg, 50% less", "missus o'brien took 2 point 5 mg 50 percent less")]
    public async Task Text_BecomesWhatATranscriptHolds(string written, string heard)
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync($$"""{"text":"{{written}}"}"""));
        await using var on = new RecognizerOn(server.Address);
        Assert.Equal(heard, (await on.HearAsync()).Text);
    }

    [Fact]
    public async Task HardlyAnySound_IsEmpty_AndAsksNobody()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("""{"text":"Hello."}"""));
        await using var on = new RecognizerOn(server.Address);
        Assert.Same(Transcript.Empty, await on.HearAsync(Sound.Tone(80)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Partials_GrowWithTheUtterance_OneRequestAtATime()
    {
        var answer = new SemaphoreSlim(0);
        await using var server = new WireServer(async exchange =>
        {
            await answer.WaitAsync(exchange.TestOver);
            await exchange.JsonAsync($$"""{"text":"{{exchange.Request.Body.Length}}"}""");
        });
        await using var on = new RecognizerOn(server.Address);
        await using var stream = await on.OpenAsync();
        var heard = System.Threading.Channels.Channel.CreateUnbounded<string>();
        stream.Partial += partial => heard.Writer.TryWrite(partial.Text);

        stream.Write(Sound.Tone(680));
        stream.Write(Sound.Tone(20));
        // Much more sound and time, but the first is not answered yet.
        on.Clock.AdvanceMs(700);
        stream.Write(Sound.Tone(700));
        answer.Release();
        var first = int.Parse(await heard.Reader.ReadAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Single(server.Requests);

        // The request has to be over on this side as well before another can begin.
        while (server.Requests.Count < 2)
        {
            stream.Write(ReadOnlyMemory<short>.Empty);
            await Task.Yield();
        }
        answer.Release();
        var second = int.Parse(await heard.Reader.ReadAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(AudioFormat.Samples(700) * Pcm.BytesPerSample, second - first);

        // Sound without time begins no third.
        stream.Write(Sound.Tone(5_000));
        answer.Release();
        await stream.FinishAsync(CancellationToken.None);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(0, heard.Reader.Count);
    }

    [Fact]
    public async Task Finish_CutsOffTheRequestForWordsSoFar_AndNonePartialComesAfter()
    {
        var gone = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await using var server = new WireServer(
            async exchange =>
            {
                asked.SetResult();
                await exchange.UntilClientIsGoneAsync();
                gone.SetResult();
            },
            exchange => exchange.JsonAsync("""{"text":"Hello."}"""));
        await using var on = new RecognizerOn(server.Address);
        await using var stream = await on.OpenAsync();
        stream.Partial += _ => Assert.Fail("There were no words so far.");
        stream.Write(Sound.Tone(800));
        await asked.Task;
        Assert.Equal("hello", (await stream.FinishAsync(CancellationToken.None)).Text);
        await gone.Task;
    }

    [Fact]
    public async Task Abandon_ThrowsTheUtteranceAway()
    {
        await using var server = new WireServer(exchange => exchange.JsonAsync("""{"text":"Hello."}"""));
        await using var on = new RecognizerOn(server.Address);
        await using var stream = await on.OpenAsync();
        stream.Write(Sound.Tone(5_000));
        await stream.AbandonAsync();
        stream.Write(Sound.Tone(200));
        await stream.FinishAsync(CancellationToken.None);
        Assert.InRange(Assert.Single(server.Requests).Body.Length, AudioFormat.Samples(200) * 2, AudioFormat.Samples(400) * 2);
    }

    [Fact]
    public async Task EndlessUtterance_IsDroppedAndCounted()
    {
        await using var on = new RecognizerOn(WireServer.Nowhere(), options => options.MaxUtteranceMs = 5_000);
        await using var stream = await on.OpenAsync();
        Assert.True(stream.Write(Sound.Tone(5_000)));
        Assert.False(stream.Write(Sound.Tone(20)));
        Assert.Equal(1, stream.DroppedFrames);
        await stream.AbandonAsync();
        Assert.True(stream.Write(Sound.Tone(20)));
    }

    [Fact]
    public async Task Places_AreShared_FinalsWaitAndPartialsAreLeftOut()
    {
        var (free, asked) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new WireServer(
            async exchange =>
            {
                asked.SetResult();
                await free.Task;
                await exchange.JsonAsync("""{"text":"one"}""");
            },
            exchange => exchange.JsonAsync("""{"text":"two"}"""));
        await using var on = new RecognizerOn(server.Address, options => options.AtOnce = 1);
        var one = on.HearAsync();
        await asked.Task;
        await using var other = await on.OpenAsync();
        other.Partial += _ => Assert.Fail("There was no place for it.");
        other.Write(Sound.Tone(900));
        var two = other.FinishAsync(CancellationToken.None).AsTask();
        Assert.Single(server.Requests);
        free.SetResult();
        Assert.Equal("one", (await one).Text);
        Assert.Equal("two", (await two).Text);
    }

    [Fact]
    public async Task Dispose_WhileAskedAndWaiting_EndsBoth()
    {
        var asked = new TaskCompletionSource();
        await using var server = new WireServer(exchange =>
        {
            asked.SetResult();
            return exchange.UntilClientIsGoneAsync();
        });
        await using var on = new RecognizerOn(server.Address);
        var stream = await on.OpenAsync();
        stream.Partial += _ => { };
        stream.Write(Sound.Tone(800));
        await asked.Task;
        await stream.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => stream.Write(Sound.Tone(20)));
    }
}
