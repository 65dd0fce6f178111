using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio.Opus;
using RealtimeTraining.TestKit;
using Xunit.Abstractions;

namespace RealtimeTraining.Browser.Tests;

/// <summary>Calls in real Chromium whose sound travels over the hub: what goes over the socket, and that it is understood.</summary>
public sealed class HubAudioCallTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>A masked frame of 126 bytes and more (RFC 6455, 5.2).</summary>
    private const int WebSocketHeaderBytes = 8;
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact(Speaks = true, Opus = true)]
    public async Task VoiceAsOpus_IsHeardAndAnswered_InUnderSixKilobytesASecond()
    {
        var wire = await CallAsync(opus: true);

        Assert.InRange(wire.BytesASecond, 1_000, 6_000);
    }

    [BrowserFact(Speaks = true)]
    public async Task VoiceUncompressed_IsHeardAndAnswered_WhereTheServerTakesNoOpus()
    {
        var wire = await CallAsync(opus: false);

        Assert.InRange(wire.BytesASecond, 32_000, 60_000);
    }

    /// <summary>The browser's encoder and the server's decoder together move the sound by nothing but what the server takes away.</summary>
    [BrowserFact(Opus = true)]
    public async Task OpusOfTheBrowser_LiesWhereItWasCaptured()
    {
        using var server = TrainingServer.Start();
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(server.Address);
        await page.GotoAsync("/");
        var sound = Noise();
        var packets = await page.EvaluateAsync<string[]>(
            """
            async (samples) => {
              const packets = [];
              const failures = [];
              const encoder = new AudioEncoder({
                output: (chunk) => {
                  const data = new Uint8Array(chunk.byteLength);
                  chunk.copyTo(data);
                  packets.push(btoa(String.fromCharCode(...data)));
                },
                error: (error) => failures.push(error),
              });
              encoder.configure({ codec: 'opus', sampleRate: 16000, numberOfChannels: 1, bitrate: 24000, opus: { frameDuration: 40000, complexity: 5, application: 'voip', signal: 'voice' } });
              for (let at = 0; at < samples.length; at += 320)
                encoder.encode(new AudioData({ format: 's16', sampleRate: 16000, numberOfChannels: 1, numberOfFrames: 320, timestamp: at * 62.5, data: Int16Array.from(samples.slice(at, at + 320)) }));
              await encoder.flush();
              if (failures.length) throw failures[0];
              return packets;
            }
            """, sound);

        var intake = new MicrophoneIntake(new CallClock(TimeProvider.System));
        using var opus = new OpusIntake(intake);
        var (stream, offset) = (intake.Open(), 0L);
        foreach (var data in packets.Select(Convert.FromBase64String))
        {
            opus.Accept(stream, new OpusPacket(offset, data));
            offset += OpusDecoder.SamplesOf(data);
        }
        var heard = new List<short>();
        while (intake.Frames.TryRead(out var frame))
        {
            heard.AddRange(frame.Samples);
        }

        Assert.InRange(Lag(sound, heard), -16, 16);
        Assert.InRange(packets.Sum(packet => packet.Length * 3 / 4) * 16_000.0 / sound.Length, 1_000, 4_000);
    }

    private sealed record Wire(double BytesASecond);

    private sealed record Frame(byte[] Bytes)
    {
        /// <summary>In MessagePack the second byte is an array's, or still of the length.</summary>
        public bool IsJson => Bytes.AsSpan().StartsWith("{\""u8);
    }

    private async Task<Wire> CallAsync(bool opus)
    {
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = new Dictionary<string, string?> { ["Calls:Opus"] = opus ? "true" : "false" } });
        using var trainee = await server.SignInAsync(Role.Trainee);
        var binary = (await trainee.GetAsync<HubOffer>("/api/calls/hub")).Protocols.Contains("messagepack");
        var words = Path.Combine(_folder.Path, "words.wav");
        await new SpokenFile().Say("Thank you for calling, this is Jordan. How may I help you today?").Silence(1_500).SaveAsync(words);
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var page = await chromium.OpenAsync(server.Address);
        var sent = new List<Frame>();
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) =>
        {
            lock (sent)
            {
                sent.Add(new Frame(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text!)));
            }
        };
        await page.PlaceCallAsync("visit-before-a-trip");
        await page.GetByText(new Regex(opus ? "^Connected · hub · Opus" : "^Connected · hub(?! · Opus)")).First.ShownAsync(page);
        var callId = page.CallId();
        await page.UntilAsync(async () => (await EventsAsync(trainee, callId)).OfType<SpeechStopped>().Any(), "the opening line was spoken");

        await Mouthpiece.SayAsync(page, words);
        await page.UntilAsync(async () => AnsweredAfter(await EventsAsync(trainee, callId)), "the line was heard and answered");
        var said = (await EventsAsync(trainee, callId)).OfType<UtteranceSpoken>().First(u => u.Party == Party.Trainee && !u.Typed);
        await page.HangUpAsync();

        Assert.True(said.Text.Split(' ').Length >= 5, $"Of a line of twelve words only this was recognised: {said.Text}");
        lock (sent)
        {
            return Measured(sent, binary, opus);
        }
    }

    private Wire Measured(List<Frame> sent, bool binary, bool opus)
    {
        // The first asks for the protocol, in text whatever it is.
        Assert.Equal(binary ? "messagepack" : "json", Regex.Match(Encoding.UTF8.GetString(sent[0].Bytes), "\"protocol\":\"(\\w+)\"").Groups[1].Value);
        Assert.DoesNotContain(sent.Skip(1), frame => frame.IsJson == binary);
        // By what the packets hold, not by the clock: how fast this machine is must not count.
        var name = Encoding.UTF8.GetBytes(opus ? "data" : "pcm");
        var seconds = sent.Count(frame => frame.Bytes.AsSpan().IndexOf(name) >= 0) * (opus ? 0.040 : 0.020);
        Assert.True(seconds > 3, $"Only {seconds} s of sound went up.");
        var wire = new Wire(sent.Sum(frame => frame.Bytes.Length + WebSocketHeaderBytes) / seconds);
        output.WriteLine($"{(binary ? "MessagePack" : "JSON")}, {(opus ? "Opus" : "PCM")}: {wire.BytesASecond:N0} bytes a second up, all messages, over {seconds:N1} s of sound.");
        return wire;
    }

    private static async Task<IReadOnlyList<CallEvent>> EventsAsync(TestBrowser browser, string callId) =>
        (await browser.GetAsync<CallState>($"/api/calls/{callId}/events")).Events;

    private static bool AnsweredAfter(IReadOnlyList<CallEvent> events) =>
        events.OfType<UtteranceSpoken>().FirstOrDefault(u => u.Party == Party.Trainee) is { } heard
        && events.OfType<UtteranceSpoken>().Any(u => u.Party == Party.Patient && u.Seq > heard.Seq);

    private static int[] Noise()
    {
        var random = new Random(11);
        var low = 0.0;
        return [.. Enumerable.Range(0, 32_000).Select(n =>
        {
            low = (low * 0.7) + (random.NextDouble() - 0.5) * 0.3;
            return (int)(low * 30_000 * (0.2 + Math.Abs(Math.Sin(n / 1_900.0))));
        })];
    }

    private static int Lag(int[] sound, List<short> heard) => Enumerable.Range(-320, 641).MaxBy(shift =>
    {
        double product = 0, power = 1;
        for (var n = 8_000; n < 24_000; n++)
        {
            product += (double)sound[n] * heard[n + shift];
            power += (double)heard[n + shift] * heard[n + shift];
        }
        return product / Math.Sqrt(power);
    });
}
