using System.Runtime.CompilerServices;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>Everything that is not digital silence is speech, at once and without hangover.</summary>
internal sealed class AnySoundDetector : ISpeechDetector
{
    public SpeechFrame Process(ReadOnlySpan<short> frame) => new(frame.ContainsAnyExcept((short)0), frame.ContainsAnyExcept((short)0) ? -20 : -90, -90);

    public void Reset()
    {
    }
}

/// <summary>Tells speech, and what may be the beginning of it, by the first sample.</summary>
internal sealed class HesitantDetector : ISpeechDetector
{
    public const short Doubtful = 100, Speech = 1_000;

    public SpeechFrame Process(ReadOnlySpan<short> frame) => new(frame[0] == Speech, frame[0] == 0 ? -90 : -20, -90) { MayBegin = frame[0] == Doubtful };

    public void Reset()
    {
    }
}

internal sealed class ScriptedRecognition : IRecognitionStream
{
    private readonly HashSet<short> _values = [];

    public event Action<PartialTranscript>? Partial;

    public string Words { get; set; } = "";

    public Exception? Fails { get; set; }

    public int SamplesHeard { get; private set; }

    /// <summary>Whether a sample of this value was ever heard.</summary>
    public bool HasHeard(short value)
    {
        lock (_values)
        {
            return _values.Contains(value);
        }
    }

    public long DroppedFrames => 0;

    public bool Write(ReadOnlyMemory<short> samples)
    {
        SamplesHeard += samples.Length;
        lock (_values)
        {
            _values.UnionWith(samples.ToArray());
        }
        Partial?.Invoke(new PartialTranscript(Words));
        return true;
    }

    public ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken) =>
        Fails is { } failure ? ValueTask.FromException<Transcript>(failure) : ValueTask.FromResult(new Transcript(Words, 0.9, []));

    public ValueTask AbandonAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Speaks a constant for 50 ms a character.</summary>
internal sealed class ToneSynthesizer : ISpeechSynthesizer
{
    public const int MsPerCharacter = 50;

    public string Name => "tone";

    public IReadOnlyList<Voice> Voices => [new Voice("tone", "female")];

    public Exception? Fails { get; set; }

    public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Fails is { } failure)
        {
            throw failure;
        }
        var samples = new short[AudioFormat.Samples(request.Text.Length * MsPerCharacter)];
        Array.Fill(samples, (short)1_000);
        yield return samples;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A <see cref="ToneSynthesizer"/> that says nothing while it is held.</summary>
internal sealed class HeldVoice : ISpeechSynthesizer
{
    private readonly ToneSynthesizer _tone = new();
    private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => _tone.Name;

    public IReadOnlyList<Voice> Voices => _tone.Voices;

    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _gate.TrySetResult();

    public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _gate.Task.WaitAsync(cancellationToken);
        await foreach (var samples in _tone.SpeakAsync(request, cancellationToken))
        {
            yield return samples;
        }
    }

    public ValueTask DisposeAsync() => _tone.DisposeAsync();
}

internal sealed class ScriptedMind : IPatientMind
{
    public Queue<PatientDecision> Answers { get; } = new();

    public List<HeardTurn> Heard { get; } = [];

    /// <summary>Turns that were not over after all.</summary>
    public List<HeardTurn> TakenBack { get; } = [];

    public List<string> Cuts { get; } = [];

    public List<(bool OnHold, int HeldMs)> Holds { get; } = [];

    public int SilenceAfterMs { get; set; } = int.MaxValue;

    public MoodLabel Mood => MoodLabel.Calm;

    public string? AskedFor => null;

    public static PatientDecision Line(string line, PatientAct act = PatientAct.Answer, bool ends = false) => new()
    {
        Act = act,
        Key = "test",
        Line = line,
        Why = "test",
        Mood = MoodLabel.Calm,
        EndsCall = ends,
        Events = [new PatientDecided(act, "test", "test")],
    };

    public PatientDecision Opening { get; set; } = Line("Hello there.", PatientAct.Open);

    public PatientDecision Open() => Opening;

    public PatientDecision Hear(HeardTurn turn)
    {
        Heard.Add(turn);
        return Answers.TryDequeue(out var next) ? next : Line($"I heard you, number {turn.Utterance}.");
    }

    public TentativeDecision Try(HeardTurn turn)
    {
        var answer = Answers.TryPeek(out var next) ? next : null;
        var decision = Hear(turn);
        return new TentativeDecision(decision, () =>
        {
            Heard.RemoveAt(Heard.Count - 1);
            TakenBack.Add(turn);
            if (answer is not null)
            {
                var rest = Answers.ToArray();
                Answers.Clear();
                Answers.Enqueue(answer);
                Array.ForEach(rest, Answers.Enqueue);
            }
        });
    }

    public PatientDecision? Silence(int silenceMs) => silenceMs >= SilenceAfterMs ? Line("Are you there?", PatientAct.AnyoneThere) : null;

    public PatientDecision? Monologue(int spokenMs) => null;

    public void HoldChanged(bool onHold, int heldMs) => Holds.Add((onHold, heldMs));

    public void CutOff(string heardText) => Cuts.Add(heardText);

    public int WentOn { get; private set; }

    public void GoOn() => WentOn++;
}

internal sealed class QuietCoach : ILiveCoach
{
    public IReadOnlyList<CallEvent> Observe(CallEvent callEvent) => [];

    public string? HintNow() => "Greet her.";
}

internal sealed class WholeLineWriter : IReplyWriter
{
    public async IAsyncEnumerable<string> WriteAsync(ReplyRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return request.Decision.Line;
    }
}

/// <summary>What each side of the recording would hold.</summary>
internal sealed class MemoryRecorder : ICallRecorder
{
    private readonly Lock _lock = new();

    public short[] TraineeSide { get; } = new short[AudioFormat.Samples(300_000)];

    public short[] PatientSide { get; } = new short[AudioFormat.Samples(300_000)];

    /// <summary>Of one who spoke to both.</summary>
    public short[] SupervisorSide { get; } = new short[AudioFormat.Samples(300_000)];

    public void Trainee(long atSample, ReadOnlySpan<short> samples) => Write(TraineeSide, atSample, samples);

    public void Patient(long atSample, ReadOnlySpan<short> samples) => Write(PatientSide, atSample, samples);

    public void Supervisor(long atSample, ReadOnlySpan<short> samples) => Write(SupervisorSide, atSample, samples);

    public void ErasePatient(long fromSample)
    {
        lock (_lock)
        {
            PatientSide.AsSpan((int)fromSample).Clear();
        }
    }

    public static int FirstSoundMs(short[] side) => (int)AudioFormat.Milliseconds(side.AsSpan().IndexOfAnyExcept((short)0));

    public static int LastSoundMs(short[] side) => (int)AudioFormat.Milliseconds(side.AsSpan().LastIndexOfAnyExcept((short)0) + 1);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(short[] side, long at, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            samples.CopyTo(side.AsSpan((int)at));
        }
    }
}

/// <summary>Whatever is said sounds like a whole sentence that may not be the last.</summary>
internal sealed class WholeSentences(int waitMs) : ITurnDetector
{
    public TurnWait WaitFor(TurnContext context) => new(waitMs, "test") { SentenceWhole = true };
}
