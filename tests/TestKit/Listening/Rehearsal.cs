using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.TestKit.Listening;

/// <summary>
/// Plays lines to the product's listening stage as fast as the machine can, on a clock that moves with the sound: what
/// comes out does not depend on the machine's speed. The engines themselves take no time on it.
/// </summary>
public static class Rehearsal
{
    /// <summary>All lines in one call, one after the other.</summary>
    /// <param name="recognition">Null: one that knows the words. The stage disposes it.</param>
    public static async Task<IReadOnlyList<RehearsedTurn>> HearAsync(
        IReadOnlyList<RehearsedLine> lines, ITurnDetector turns, IRecognitionStream? recognition = null, CallOptions? options = null, ISpeechDetector? detector = null)
    {
        var time = new ManualTimeProvider();
        var clock = new CallClock(time);
        var (told, echo, settings) = (new ConcurrentQueue<CallCommand>(), new EchoDetector(), options ?? new CallOptions());
        var intake = new MicrophoneIntake(clock);
        using var playout = new Playout(clock, NoRecorder.Instance, echo, settings, _ => { }, _ => { });
        // The stage takes the rest of a call's parts from nobody.
        var parts = new CallParts
        {
            Clock = clock, Options = settings, Recognition = recognition ?? new KnownWords(Words(lines), () => clock.NowMs), TurnDetector = turns,
            SpeechDetector = detector ?? new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()), Recorder = NoRecorder.Instance,
            Scenario = null!, Mind = null!, Coach = null!, ReplyWriter = null!, Synthesizer = null,
        };
        await using var stage = new ListeningStage(parts, intake, playout, echo, told.Enqueue);
        var (stream, heard, turnsHeard) = (intake.Open(), 0L, new List<RehearsedTurn>());
        foreach (var line in lines)
        {
            var atMs = clock.NowMs;
            (stage.PatientSaid, stage.PatientAskedFor) = (line.PatientSaid, line.PatientAskedFor);
            for (var at = 0; at + AudioFormat.FrameSamples <= line.Samples.Length; at += AudioFormat.FrameSamples)
            {
                time.AdvanceMs(AudioFormat.FrameMs);
                var pcm = MemoryMarshal.AsBytes(line.Samples.AsSpan(at, AudioFormat.FrameSamples)).ToArray();
                intake.Accept(stream, new AudioPacket(0, 0, heard++ * AudioFormat.FrameSamples, pcm));
                while (stage.HeardFrames < heard)
                {
                    await Task.Yield();
                }
            }
            turnsHeard.Add(RehearsedTurn.Of(line, atMs, [.. told]));
            told.Clear();
        }
        return turnsHeard;
    }

    /// <summary>On the call's clock.</summary>
    private static List<RecognizedWord> Words(IReadOnlyList<RehearsedLine> lines)
    {
        var (words, atMs) = (new List<RecognizedWord>(), 0);
        foreach (var line in lines)
        {
            words.AddRange(line.Words.Select(word => word with { StartMs = word.StartMs + atMs, EndMs = word.EndMs + atMs }));
            atMs += line.LengthMs / AudioFormat.FrameMs * AudioFormat.FrameMs;
        }
        return words;
    }

    private sealed class NoRecorder : ICallRecorder
    {
        public static NoRecorder Instance { get; } = new();

        public void Trainee(long atSample, ReadOnlySpan<short> samples)
        {
        }

        public void Patient(long atSample, ReadOnlySpan<short> samples)
        {
        }

        public void Supervisor(long atSample, ReadOnlySpan<short> samples)
        {
        }

        public void ErasePatient(long fromSample)
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
