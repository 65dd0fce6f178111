using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class TraineeTurnTests
{
    private static readonly SpeechFrame Speech = new(IsSpeech: true, LevelDbfs: -25, NoiseDbfs: -60);

    [Fact]
    public void WhatHadSoundedBeforeItWasTakenForSpeech_CountsAgainstThePatientToo()
    {
        var turn = new TraineeTurn(0, overPatient: true);

        turn.Add(Frame(0), Speech with { LateMs = 80 }, patientSpeaks: true);
        turn.Add(Frame(1), Speech, patientSpeaks: true);

        Assert.Equal(80 + 2 * AudioFormat.FrameMs, turn.OverMs);
    }

    [Fact]
    public void OnceEitherFallsSilent_ItIsCountedAnew()
    {
        var turn = new TraineeTurn(0, overPatient: true);
        turn.Add(Frame(0), Speech with { LateMs = 80 }, patientSpeaks: true);

        turn.Add(Frame(1), Speech, patientSpeaks: false);
        Assert.Equal(0, turn.OverMs);

        turn.Add(Frame(2), Speech, patientSpeaks: true);
        turn.Add(Frame(3), Speech with { IsSpeech = false }, patientSpeaks: true);
        Assert.Equal(0, turn.OverMs);
    }

    [Fact]
    public void VoiceThatRoseAtTheEnd_SoundsMoreFinishedThanOneThatStayedLevel_HoweverLongTheSilence()
    {
        var (rose, level) = (new TraineeTurn(0, overPatient: false), new TraineeTurn(0, overPatient: false));
        foreach (var (turn, semitones) in new[] { (rose, 5), (level, 0) })
        {
            var phase = 0.0;
            for (var number = 0; number < 60; number++)
            {
                // The last sound of three: it rises by so many semitones.
                var at = number % 20 / 20.0;
                var samples = new short[AudioFormat.FrameSamples];
                for (var i = 0; i < samples.Length; i++)
                {
                    phase += 2 * Math.PI * 160 * Math.Pow(2, number < 40 ? 0 : semitones * at / 12) / AudioFormat.SampleRateHz;
                    samples[i] = (short)(4_000 * (Math.Sin(phase) + 0.5 * Math.Sin(2 * phase) + 0.3 * Math.Sin(3 * phase)));
                }
                turn.Add(new MicrophoneFrame(number * AudioFormat.FrameMs, samples), Speech with { IsSpeech = number % 20 > 3 }, patientSpeaks: false);
            }
            Assert.Null(turn.VoiceOdds());
        }
        for (var number = 60; number < 75; number++)
        {
            rose.Add(Frame(number), Speech with { IsSpeech = false }, patientSpeaks: false);
            level.Add(Frame(number), Speech with { IsSpeech = false }, patientSpeaks: false);
            Assert.Equal(number < 69, rose.VoiceOdds() is null);
        }

        Assert.True(rose.VoiceOdds() > 1.2f * level.VoiceOdds(), $"{rose.VoiceOdds()} {level.VoiceOdds()}");
        Assert.Equal(rose.VoiceOdds(), rose.VoiceOdds());
    }

    private static MicrophoneFrame Frame(int number) => new(number * AudioFormat.FrameMs, new short[AudioFormat.FrameSamples]);
}
