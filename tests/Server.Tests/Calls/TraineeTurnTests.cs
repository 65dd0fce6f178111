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

    private static MicrophoneFrame Frame(int number) => new(number * AudioFormat.FrameMs, new short[AudioFormat.FrameSamples]);
}
