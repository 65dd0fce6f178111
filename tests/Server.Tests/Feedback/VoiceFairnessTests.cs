using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.Speech.Turns;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Feedback;

/// <summary>
/// The same words in other voices, at other speeds and through other microphones, measured as the product measures a trainee:
/// only timing may tell them apart.
/// </summary>
public sealed class VoiceFairnessTests(ITestOutputHelper output)
{
    private const int Tolerance = 3;

    /// <summary>So many of the first lines are a voice's own usual.</summary>
    private const int BaselineLines = 3;

    private static readonly double[] Rates = [0.8, 1, 1.25];

    [FliteVoicesFact]
    public async Task Every_voice_at_every_speed_scores_alike_outside_timing()
    {
        await using var flite = new FliteSynthesizer();
        foreach (var (name, call) in new[] { ("good", GoldenCalls.Good()), ("cold", GoldenCalls.Cold()) })
        {
            var debriefs = new List<(string Voice, Debrief Debrief)>();
            foreach (var voice in flite.Voices.Select(v => v.Id))
            {
                foreach (var rate in Rates)
                {
                    debriefs.Add(($"{voice} at {rate}", Write(call, await SpeakAsync(flite, call, voice, rate))));
                }
            }
            foreach (var (voice, debrief) in debriefs)
            {
                output.WriteLine($"{name} {voice}: {string.Join(" ", debrief.Categories.Select(c => $"{c.Category} {c.Score}"))} overall {debrief.Overall}; {string.Join(" ", debrief.Numbers.Voice.Select(p => $"[{p.LoudnessDb} dB {p.Movement}]"))}");
            }
            foreach (var category in Enum.GetValues<ScoringCategory>().Where(c => c != ScoringCategory.Timing))
            {
                var scores = debriefs.Select(d => DebriefTests.Score(d.Debrief, category) ?? 0).ToList();
                Assert.True(scores.Max() - scores.Min() <= Tolerance, $"{name}: {category} from {scores.Min()} to {scores.Max()}");
            }
        }
    }

    [FliteVoicesFact]
    public async Task A_microphone_that_is_turned_down_changes_nothing()
    {
        await using var flite = new FliteSynthesizer();
        var call = GoldenCalls.Good();
        var spoken = await SpeakAsync(flite, call, "slt", 1);
        var (usual, quiet) = (Write(call, spoken), Write(call, spoken, gain: 0.2f));
        foreach (var category in Enum.GetValues<ScoringCategory>())
        {
            Assert.InRange((DebriefTests.Score(quiet, category) ?? 0) - (DebriefTests.Score(usual, category) ?? 0), -Tolerance, Tolerance);
        }
    }

    [FliteVoicesFact]
    public async Task A_voice_that_is_raised_is_heard_in_any_voice()
    {
        await using var flite = new FliteSynthesizer();
        var call = GoldenCalls.Cold();
        foreach (var voice in flite.Voices.Select(v => v.Id))
        {
            var spoken = await SpeakAsync(flite, call, voice, 1);
            var raised = Write(call, spoken, gain: 0.2f, laterGain: 1);
            Assert.Contains(raised.Categories.Single(c => c.Category == ScoringCategory.Tone).Observations, o => o.Driver == ScoreDriver.Voice && o.Impact < 0);
        }
    }

    private static async Task<Dictionary<int, short[]>> SpeakAsync(FliteSynthesizer flite, CallScript call, string voice, double rate)
    {
        var spoken = new Dictionary<int, short[]>();
        foreach (var said in call.Events.OfType<UtteranceSpoken>().Where(e => e.Party == Party.Trainee))
        {
            var samples = new List<short>();
            await foreach (var chunk in flite.SpeakAsync(new SpeechRequest(said.Text, voice, rate, 1), CancellationToken.None))
            {
                samples.AddRange(chunk.Span);
            }
            spoken[said.Utterance] = [.. samples];
        }
        return spoken;
    }

    private static Debrief Write(CallScript call, Dictionary<int, short[]> spoken, float gain = 1, float? laterGain = null)
    {
        var events = new List<CallEvent>();
        var (laterMs, lines) = (0, 0);
        foreach (var callEvent in call.Events)
        {
            var moved = callEvent with { AtMs = callEvent.AtMs + laterMs };
            if (moved is UtteranceSpoken said)
            {
                said = said with { StartMs = said.StartMs + laterMs, EndMs = said.EndMs + laterMs };
                if (said.Party == Party.Trainee)
                {
                    var samples = (short[])spoken[said.Utterance].Clone();
                    Loudness.Amplify(samples, ++lines > BaselineLines ? laterGain ?? gain : gain);
                    var lengthMs = (int)AudioFormat.Milliseconds(samples.Length);
                    laterMs += lengthMs - (said.EndMs - said.StartMs);
                    said = said with { EndMs = said.StartMs + lengthMs, AtMs = said.StartMs + lengthMs + 400, Voice = Measure(samples) };
                }
                moved = said;
            }
            events.Add(moved);
        }
        return new DebriefWriter(ProductAnalysis.Shared).Write(call.Record() with { Events = events });
    }

    /// <summary>In a quiet room, after a second in which nobody speaks.</summary>
    private static VoiceMeasures Measure(short[] speech)
    {
        var random = new Random(1);
        var (detector, turn) = (new EnergySpeechDetector(new EnergySpeechDetectorOptions()), new TraineeTurn(0, overPatient: false));
        short[] room = [.. new short[AudioFormat.Samples(1000)], .. speech, .. new short[AudioFormat.Samples(300)]];
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = (short)Math.Clamp(room[i] + random.Next(-4, 5), short.MinValue, short.MaxValue);
        }
        for (var i = 0; i + AudioFormat.FrameSamples <= room.Length; i += AudioFormat.FrameSamples)
        {
            var frame = room[i..(i + AudioFormat.FrameSamples)];
            turn.Add(new MicrophoneFrame((int)AudioFormat.Milliseconds(i), frame), detector.Process(frame), patientSpeaks: false);
        }
        return turn.Measures();
    }

    /// <summary>Runs where flite is installed.</summary>
    private sealed class FliteVoicesFactAttribute : FactAttribute
    {
        public FliteVoicesFactAttribute() => Skip = FliteEngine.Probe() is { Available: false } probe ? probe.Reason : null;
    }
}
