using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>One call with scripted engines and a clock that the test moves. Nothing here waits for real time.</summary>
internal sealed class CallBench : IAsyncDisposable
{
    private readonly ConcurrentQueue<CallEvent> _seen = new();
    private long _offset;

    /// <param name="ears">Null: <see cref="Recognition"/>.</param>
    /// <param name="voice">Null: <see cref="Synthesizer"/>.</param>
    /// <param name="detector">Null: any sound is speech.</param>
    /// <param name="turns">Null: half a second of silence is the end.</param>
    public CallBench(
        CallOptions? options = null, bool serverSpeaks = true, IRecognitionStream? ears = null, ISpeechSynthesizer? voice = null, ISpeechDetector? detector = null, ITurnDetector? turns = null)
    {
        Clock = new CallClock(Time);
        Log = new CallLog(Clock);
        Log.ReadFrom(0, _seen.Enqueue);
        var parts = new CallParts
        {
            Clock = Clock,
            Options = options ?? new CallOptions(),
            Scenario = TestScenario.Create(),
            Mind = Mind,
            Coach = new QuietCoach(),
            ReplyWriter = new WholeLineWriter(),
            Recognition = ears ?? Recognition,
            Synthesizer = serverSpeaks ? voice ?? Synthesizer : null,
            SpeechDetector = detector ?? new AnySoundDetector(),
            TurnDetector = turns ?? new FixedDelayTurnDetector(new FixedDelayOptions { SilenceMs = 500 }),
            Recorder = Recorder,
        };
        Session = new CallSession(CallId.New(), new CallOwner(Guid.NewGuid(), Guid.NewGuid(), "Maria"), parts, Log, store: null, new CallAudience(Log, hub: null!), NullLogger.Instance);
    }

    public ManualTimeProvider Time { get; } = new();

    public CallClock Clock { get; }

    public CallLog Log { get; }

    public ScriptedMind Mind { get; } = new();

    public ScriptedRecognition Recognition { get; } = new();

    public ToneSynthesizer Synthesizer { get; } = new();

    public MemoryRecorder Recorder { get; } = new();

    public CallSession Session { get; }

    /// <summary>False where a reply is held up.</summary>
    public bool WaitsForReplies { get; set; } = true;

    public IReadOnlyList<CallEvent> Seen => [.. _seen];

    public IEnumerable<T> All<T>()
        where T : CallEvent => _seen.OfType<T>();

    /// <summary>Rings, answers and lets the patient say its opening line to the end.</summary>
    public async Task AnswerAsync()
    {
        await PlaceAsync();
        await UntilAsync(() => All<SpeechStopped>().Any(), "the opening line was spoken");
    }

    public async Task PlaceAsync()
    {
        Session.Place(new CallPlaced("test", "Test", "Maria", Difficulty.Beginner, 1));
        await UntilAsync(() => All<CallAnswered>().Any(), "the patient answered");
    }

    /// <summary>The microphone hears speech (or silence) for so long, in real pace by the manual clock.</summary>
    public Task MicrophoneAsync(int milliseconds, bool speech)
    {
        var pcm = new byte[AudioFormat.FrameSamples * 2];
        if (speech)
        {
            // A buzz, unlike anything that the patient says.
            for (var i = 0; i < pcm.Length; i++)
            {
                pcm[i] = (byte)(i / 64 % 2 == 0 ? 8 : 16);
            }
        }
        return MicrophoneAsync(Enumerable.Repeat(MemoryMarshal.Cast<byte, short>(pcm).ToArray(), (milliseconds + AudioFormat.FrameMs - 1) / AudioFormat.FrameMs));
    }

    /// <summary>The microphone hears these frames, the next once all that one led to is done, or all but the reply (<see cref="WaitsForReplies"/>).</summary>
    /// <param name="frames">Asked for when its time has come, so that it can have in it what is being played.</param>
    public async Task MicrophoneAsync(IEnumerable<short[]> frames)
    {
        var stream = Session.Intake.Open();
        foreach (var frame in frames)
        {
            Time.Advance(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));
            var before = Session.HeardFrames;
            Session.Intake.Accept(stream, new AudioPacket(0, 0, _offset, MemoryMarshal.AsBytes<short>(frame).ToArray()));
            _offset += frame.Length;
            await SpinAsync(() => Session.HeardFrames > before, "the frame was heard");
            if (WaitsForReplies)
            {
                await SettleAsync();
            }
        }
        Session.Intake.Close(stream);
    }

    public async Task SayAsync(string words, int milliseconds = 1_000)
    {
        Recognition.Words = words;
        var before = All<UtteranceSpoken>().Count(said => said.Party == Party.Trainee);
        await MicrophoneAsync(milliseconds, speech: true);
        await MicrophoneAsync(600, speech: false);
        await SpinAsync(() => All<UtteranceSpoken>().Count(said => said.Party == Party.Trainee) > before, $"'{words}' was heard");
    }

    /// <summary>Moves the clock in small steps until something has happened.</summary>
    public async Task UntilAsync(Func<bool> happened, string what, int atMostMs = 60_000)
    {
        for (var moved = 0; !happened(); moved += 20)
        {
            Assert.True(moved < atMostMs, $"Not within {atMostMs} ms of the call: {what}.\n{string.Join('\n', _seen)}");
            Time.Advance(TimeSpan.FromMilliseconds(20));
            await SettleAsync();
        }
    }

    public async Task PassAsync(int milliseconds)
    {
        for (var moved = 0; moved < milliseconds; moved += 20)
        {
            Time.Advance(TimeSpan.FromMilliseconds(20));
            await SettleAsync();
        }
    }

    /// <summary>Lets what is under way come to rest, without moving the clock.</summary>
    public static async Task SpinAsync(Func<bool> happened, string what)
    {
        var guard = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(guard) < TimeSpan.FromSeconds(30), $"Never: {what}.");
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    // Timers fire while the clock is moved; what is left to wait for are the commands and the reply that they led to.
    private async Task SettleAsync()
    {
        for (var calm = 0; calm < 3;)
        {
            await Task.Yield();
            calm = Session.IsIdle ? calm + 1 : 0;
        }
    }
}
