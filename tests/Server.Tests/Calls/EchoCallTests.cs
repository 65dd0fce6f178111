using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Listening;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>
/// A whole call beside a loudspeaker that the microphone hears, with no help from the browser: the patient by flite, the
/// trainee by another of its voices, PocketSphinx as the ears.
/// </summary>
public sealed class EchoCallTests
{
    private const string Opening = "Good morning, I have been waiting for a call about my mother's appointment since last Tuesday.";
    private const string Story = "It is about the heart tablets that the pharmacy would not give her, because nobody had signed for them yet.";
    private const string Question = "May I have your full name and your date of birth, please?";
    private const string Promise = "Thank you. I will ask the nurse to look at it this afternoon.";

    [SpokenTheory]
    [InlineData(-6, 120, false)]
    [InlineData(-12, 120, false)]
    [InlineData(-20, 120, false)]
    [InlineData(-6, 350, false)]
    [InlineData(-6, 120, true)]
    [InlineData(-20, 120, true)]
    public async Task PatientsVoiceInTheMicrophone_IsNobodysUtterance(double echoDb, int delayMs, bool trained)
    {
        await using var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1 });
        var ears = new InStep(await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None));
        await using var voice = new FliteSynthesizer();
        await using var call = new CallBench(ears: ears, voice: voice, detector: trained
            ? new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()) : new EnergySpeechDetector(new EnergySpeechDetectorOptions()));
        call.Mind.Opening = ScriptedMind.Line(Opening);
        call.Mind.Answers.Enqueue(ScriptedMind.Line(Story));
        call.Mind.Answers.Enqueue(ScriptedMind.Line("All right, then I wait for her call. Thank you for your time today."));
        await call.PlaceAsync();

        var (question, promise) = (await SayAsync(Question), await SayAsync(Promise));
        short[] trainee = [.. Silence(9_000), .. question, .. Silence(10_000), .. promise, .. Silence(7_000)];
        await call.MicrophoneAsync(Frames(call, trainee, echoDb, delayMs));

        var said = call.All<UtteranceSpoken>().Where(utterance => utterance.Party == Party.Trainee).ToList();
        Assert.Equal(2, said.Count);
        Assert.Empty(call.All<UtteranceCutOff>());
        AssertNoWordOfThePatient(said[0], Question, Opening);
        AssertNoWordOfThePatient(said[1], Promise, Story);
        Assert.Equal(2, call.Mind.Heard.Count);
    }

    private static void AssertNoWordOfThePatient(UtteranceSpoken said, string spoken, string before)
    {
        var patients = SpokenText.Words(before).Except(SpokenText.Words(spoken)).Where(word => word.Length > 3).ToList();
        Assert.DoesNotContain(SpokenText.Words(said.Text), patients.Contains);
        Assert.True(WordErrors.Between(spoken, said.Text).Rate < 0.5, said.Text);
    }

    private static IEnumerable<short[]> Frames(CallBench call, short[] trainee, double echoDb, int delayMs)
    {
        var (gain, random) = (Math.Pow(10, echoDb / 20), new Random(1));
        for (var at = 0; at + AudioFormat.FrameSamples <= trainee.Length; at += AudioFormat.FrameSamples)
        {
            // The frame ends when the clock has moved on by its length.
            var echoFrom = call.Clock.NowSamples - AudioFormat.Samples(delayMs);
            var frame = new short[AudioFormat.FrameSamples];
            for (var i = 0; i < frame.Length; i++)
            {
                var echo = echoFrom + i >= 0 ? gain * call.Recorder.PatientSide[echoFrom + i] : 0;
                frame[i] = (short)Math.Clamp(trainee[at + i] + echo + random.Next(-8, 9), short.MinValue, short.MaxValue);
            }
            yield return frame;
        }
    }

    private static async Task<short[]> SayAsync(string text) => await new SpokenFile().Say(text).RenderAsync();

    private static short[] Silence(int milliseconds) => new short[AudioFormat.Samples(milliseconds)];
}
