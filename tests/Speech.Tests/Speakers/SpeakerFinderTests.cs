using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Speakers;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Speakers;

namespace RealtimeTraining.Speech.Tests.Speakers;

public sealed class SpeakerFinderTests
{
    private static readonly (string Voice, string Text)[] Call =
    [
        ("slt", "thank you for calling riverside family practice how can i help you today"), ("rms", "hello i am calling about the bill that came in the post yesterday"),
        ("slt", "i am sorry about that may i have your full name and your date of birth please"), ("rms", "my name is fowler and i was born on the third of may nineteen seventy one"),
        ("slt", "thank you let me look into your account it will take a minute or two"), ("rms", "it says that i have to pay for the visit although my insurance has paid for it already"),
        ("slt", "i can see what went wrong here and i will put it right for you at once"), ("rms", "that is very kind of you when will i hear from you about it"),
    ];

    [FliteFact]
    public async Task TwoVoicesInTurns_AreToldApart()
    {
        var (samples, truth) = await RenderAsync();

        var turns = Find(samples, 2);
        var error = DiarisationError.Of(truth, [.. turns.Select(turn => (turn.Speaker, turn.StartMs, turn.EndMs))], (int)AudioFormat.Milliseconds(samples.Length));

        Assert.InRange(error.Rate, 0, 0.1);
        Assert.Equal(0, turns[0].Speaker);
        Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.True(pair.First.EndMs <= pair.Second.StartMs));
    }

    [FliteFact]
    public async Task SameSound_GivesTheSameTurns()
    {
        var (samples, _) = await RenderAsync();

        Assert.Equal(Find(samples, 2), Find(samples, 2));
    }

    [Fact]
    public void Silence_HasNoTurns() => Assert.Empty(Find(new short[AudioFormat.Samples(4_000)], 2));

    [Fact]
    public void NoSound_HasNoTurns() => Assert.Empty(Find([], null));

    [Fact]
    public void Cancelled_Stops()
    {
        var noise = new Random(3);
        var finder = new SpeakerFinder(new AlwaysSpeech());
        for (var frame = 0; frame < 500; frame++)
        {
            finder.Listen([.. Enumerable.Range(0, AudioFormat.FrameSamples).Select(_ => (short)noise.Next(-9_000, 9_000))]);
        }

        Assert.Throws<OperationCanceledException>(() => finder.Finish(2, new CancellationToken(canceled: true)));
    }

    private static IReadOnlyList<SpeakerTurn> Find(short[] samples, int? speakers)
    {
        var finder = new SpeakerFinder(new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()));
        for (var at = 0; at + AudioFormat.FrameSamples <= samples.Length; at += AudioFormat.FrameSamples)
        {
            finder.Listen(samples.AsSpan(at, AudioFormat.FrameSamples));
        }
        return finder.Finish(speakers);
    }

    private static async Task<(short[] Samples, IReadOnlyList<SpokenTurn> Truth)> RenderAsync()
    {
        var samples = new List<short>(new short[AudioFormat.Samples(500)]);
        var truth = new List<SpokenTurn>();
        foreach (var (voice, text) in Call)
        {
            var startMs = (int)AudioFormat.Milliseconds(samples.Count);
            samples.AddRange(await new SpokenFile().Say(text, voice).RenderAsync());
            truth.Add(new SpokenTurn(voice, startMs, (int)AudioFormat.Milliseconds(samples.Count)));
            samples.AddRange(new short[AudioFormat.Samples(400)]);
        }
        return ([.. samples], truth);
    }

    private sealed class AlwaysSpeech : ISpeechDetector
    {
        public SpeechFrame Process(ReadOnlySpan<short> frame) => new(IsSpeech: true, -20, -80);

        public void Reset()
        {
        }
    }
}
