using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.OpenAI;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

public sealed class OpenAISynthesizerTests
{
    [Fact]
    public async Task Samples_AreHeardBeforeTheServerIsDone_AndCompleteInTheEnd()
    {
        var (said, more) = (Sound.Tone(500, 24_000), new TaskCompletionSource());
        var bytes = Pcm.ToBytes(said);
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("audio/pcm");
            // Half a sample at the seam.
            await exchange.ChunkAsync(bytes.AsMemory(0, 4_801));
            await more.Task;
            await exchange.ChunkAsync(bytes.AsMemory(4_801));
            await exchange.EndAsync();
        });
        await using var on = new VoiceOn(server.Address);
        var heard = new List<short>();
        await foreach (var chunk in on.Voice.SpeakAsync(new SpeechRequest("My knee hurts.", "female"), CancellationToken.None))
        {
            more.TrySetResult();
            heard.AddRange(chunk.Span);
        }
        Assert.Equal(Resampler.Convert(said, 24_000, 16_000), heard);
        var json = Assert.Single(server.Requests).Json;
        Assert.Equal("/v1/audio/speech", server.Requests[0].Path);
        Assert.Equal(
            """{"model":"tts-1","input":"My knee hurts.","voice":"nova","response_format":"pcm"}""", json.GetRawText());
    }

    [Theory]
    [InlineData(24_000, 1, null)]
    [InlineData(16_000, 1, 0u)]
    [InlineData(22_050, 1, 0xFFFFFFFFu)]
    [InlineData(44_100, 2, null)]
    public async Task WavFile_IsPlayedAtItsOwnRate_AlsoWithoutALength(int rateHz, int channels, uint? stated)
    {
        var mono = Sound.Tone(300, rateHz);
        short[] frames = channels == 1 ? mono : [.. mono.SelectMany(sample => new[] { sample, sample })];
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, "audio/wav", Sound.Wav(frames, rateHz, channels, stated)));
        await using var on = new VoiceOn(server.Address, options => options.Format = "wav");
        Assert.Equal(Resampler.Convert(mono, rateHz, 16_000), await on.SpeakAsync());
    }

    [Fact]
    public async Task ChunksAroundTheSound_AreNotPlayed_HoweverTheyAreCut()
    {
        var said = Sound.Tone(200);
        var plain = Sound.Wav(said, 16_000);
        byte[] wav = [.. plain[..36], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. plain[36..], .. "LIST"u8, 4, 0, 0, 0, 1, 2, 3, 4];
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("application/octet-stream");
            foreach (var piece in wav.Chunk(7))
            {
                await exchange.ChunkAsync(piece);
            }
            await exchange.EndAsync();
        });
        await using var on = new VoiceOn(server.Address);
        Assert.Equal(said, await on.SpeakAsync());
    }

    [Theory]
    [InlineData("male", "onyx")]
    [InlineData("onyx", "onyx")]
    [InlineData("slt", "af_bella")]
    public async Task Voices_AreNamedAsTheServerKnowsThem(string asked, string sent)
    {
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, "audio/pcm", Pcm.ToBytes(Sound.Tone(50))));
        await using var on = new VoiceOn(server.Address, options => options.Voices["slt"] = new OpenAIVoice { Id = "af_bella" });
        await on.SpeakAsync(new SpeechRequest("Hi.", asked, Rate: 1.2));
        Assert.Equal(sent, server.Requests[0].Json.GetProperty("voice").GetString());
        Assert.Equal(1.2, server.Requests[0].Json.GetProperty("speed").GetDouble());
        Assert.Contains(new Voice("slt", "female"), on.Voice.Voices);
    }

    [Fact]
    public async Task Pitch_IsRaisedHere_WithoutBeingFaster()
    {
        // The server is asked to speak slower by as much as it is then played faster.
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, "audio/pcm", Pcm.ToBytes(Sound.Tone(1_250, 24_000, 400))));
        await using var on = new VoiceOn(server.Address);
        var heard = await on.SpeakAsync(new SpeechRequest("Hi.", "female", Pitch: 1.25));
        Assert.Equal(0.8, server.Requests[0].Json.GetProperty("speed").GetDouble());
        Assert.Equal(AudioFormat.Samples(1_000), heard.Length);
        var crossings = heard.Zip(heard.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0);
        Assert.InRange(crossings, 495, 505);
    }

    [Fact]
    public async Task Requests_OutOfRange_AreRefusedBeforeAnythingIsSent()
    {
        await using var on = new VoiceOn(WireServer.Nowhere());
        Refused(new SpeechRequest(" ", "female"));
        Refused(new SpeechRequest(new string('a', 2_001), "female"));
        Refused(new SpeechRequest("Hi.", "darth"));
        Refused(new SpeechRequest("Hi.", "female", Rate: 3));
        Refused(new SpeechRequest("Hi.", "female", Pitch: double.NaN));

        void Refused(SpeechRequest request) =>
            Assert.ThrowsAny<ArgumentException>(() => on.Voice.SpeakAsync(request, CancellationToken.None));
    }

    [Fact]
    public async Task Cancel_WhileSpeaking_ClosesTheConnection()
    {
        var gone = new TaskCompletionSource();
        await using var server = new WireServer(async exchange =>
        {
            await exchange.BeginAsync("audio/pcm");
            await exchange.ChunkAsync(Pcm.ToBytes(Sound.Tone(200, 24_000)));
            await exchange.UntilClientIsGoneAsync();
            gone.SetResult();
        });
        await using var on = new VoiceOn(server.Address);
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in on.Voice.SpeakAsync(new SpeechRequest("Hi.", "female"), cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });
        await gone.Task;
    }

    [Fact]
    public async Task OneClipTooMany_WaitsForAPlace_WithinItsTime()
    {
        var asked = new TaskCompletionSource();
        await using var server = new WireServer(exchange =>
        {
            asked.SetResult();
            return exchange.UntilClientIsGoneAsync();
        });
        await using var on = new VoiceOn(server.Address, options => options.AtOnce = 1);
        var first = on.FailAsync();
        await asked.Task;
        var second = on.FailAsync();
        on.Clock.AdvanceMs(5_000);
        Assert.Equal(RemoteFailure.TimedOut, (await first).Failure);
        Assert.Equal(RemoteFailure.TimedOut, (await second).Failure);
        Assert.Single(server.Requests);
    }
}
