using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class PlayoutTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task ReplyCutOffBeforeItsFirstSound_LeavesTheRecordingOfWhatWasSaidBefore()
    {
        await using var recorder = new MemoryRecorder();
        using var playout = await SaidAsync(recorder);

        playout.Begin(2);
        Assert.Equal(0, playout.Interrupt()?.Samples);

        Assert.InRange(MemoryRecorder.LastSoundMs(recorder.PatientSide), 980, 1_020);
    }

    [Fact]
    public async Task PauseAndNewListenerBeforeTheFirstSound_LeaveTheRecordingOfWhatWasSaidBefore()
    {
        await using var recorder = new MemoryRecorder();
        using var playout = await SaidAsync(recorder);

        playout.Begin(2);
        playout.Pause(true);
        playout.Pause(false);
        playout.Listen();

        Assert.InRange(MemoryRecorder.LastSoundMs(recorder.PatientSide), 980, 1_020);
    }

    private async Task<Playout> SaidAsync(MemoryRecorder recorder)
    {
        var finished = new TaskCompletionSource();
        var playout = new Playout(new CallClock(_time), recorder, new EchoDetector(), new CallOptions(), _ => { }, _ => finished.TrySetResult());
        var sound = new short[AudioFormat.Samples(1_000)];
        Array.Fill(sound, (short)1_000);
        playout.Begin(1);
        playout.Add(1, sound);
        playout.Complete(1);
        for (var ms = 0; ms < 2_000 && !finished.Task.IsCompleted; ms += AudioFormat.FrameMs)
        {
            _time.Advance(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));
        }
        await finished.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return playout;
    }
}
