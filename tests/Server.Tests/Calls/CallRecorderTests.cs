using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class CallRecorderTests
{
    [Fact]
    public async Task DiskThatFillsUp_IsSaidOnce_AndTheRecorderGoesQuiet()
    {
        var told = new List<string>();
        await using (var recorder = new CallRecorder(() => new WavRecorder(new FullDisk(100_000)), () => new WavRecorder(new MemoryStream(), 1)))
        {
            recorder.OnFailed(told.Add);
            for (var second = 0; second < 10; second++)
            {
                recorder.Trainee(AudioFormat.Samples(1_000) * (long)second, new short[AudioFormat.Samples(1_000)]);
            }
        }

        Assert.Contains("no longer recorded", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatCannotBeOpened_IsSaid_AndTheCallCanGoOn()
    {
        using var folder = new TestFolder();
        var told = new List<string>();
        await using var recorder = new CallRecorder(Path.Combine(folder.Path, "missing", "call.wav"), Path.Combine(folder.Path, "missing", "supervisor.wav"));
        recorder.OnFailed(told.Add);

        recorder.Trainee(0, new short[AudioFormat.FrameSamples]);

        Assert.Contains("not recorded", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(0, recorder.LengthMs);
    }

    [Fact]
    public async Task SupervisorsVoice_IsATrackOfItsOwn_BesideTraineeAndPatient_WhereItWasSaid()
    {
        using var folder = new TestFolder();
        var (path, supervisor) = (Path.Combine(folder.Path, "call.wav"), Path.Combine(folder.Path, "supervisor.wav"));
        await using (var recorder = new CallRecorder(path, supervisor))
        {
            recorder.Trainee(0, Level(1_000, 3_000));
            recorder.Patient(AudioFormat.Samples(1_000), Level(2_000, 1_000));
            recorder.Supervisor(AudioFormat.Samples(2_500), Level(3_000, 1_000));
        }

        using var whole = WavTracksStream.Open((path, 2), (supervisor, 1));
        var frames = Frames(whole);
        Assert.Equal(AudioFormat.Samples(3_500), frames.Count);
        Assert.Equal([1_000, 0, 0], frames[AudioFormat.Samples(500)]);
        Assert.Equal([1_000, 2_000, 0], frames[AudioFormat.Samples(1_500)]);
        Assert.Equal([1_000, 0, 3_000], frames[AudioFormat.Samples(2_700)]);
        Assert.Equal([0, 0, 3_000], frames[AudioFormat.Samples(3_400)]);

        // A browser asks for parts.
        var part = new byte[12];
        whole.Position = 44 + AudioFormat.Samples(2_700) * 6L - 2;
        whole.ReadExactly(part);
        Assert.Equal([3_000, 1_000, 0, 3_000, 1_000, 0], Pcm.FromBytes(part));
    }

    [Fact]
    public async Task CallThatIsContinued_KeepsWhatTheSupervisorSaidBefore()
    {
        using var folder = new TestFolder();
        var (path, supervisor) = (Path.Combine(folder.Path, "call.wav"), Path.Combine(folder.Path, "supervisor.wav"));
        foreach (var second in new[] { 1, 4 })
        {
            await using var recorder = new CallRecorder(path, supervisor);
            recorder.Trainee(AudioFormat.Samples(second * 1_000), Level(1_000, 500));
            recorder.Supervisor(AudioFormat.Samples(second * 1_000), Level(3_000, 500));
        }

        using var whole = WavTracksStream.Open((path, 2), (supervisor, 1));
        var frames = Frames(whole);
        Assert.Equal([1_000, 0, 3_000], frames[AudioFormat.Samples(1_200)]);
        Assert.Equal([0, 0, 0], frames[AudioFormat.Samples(3_000)]);
        Assert.Equal([1_000, 0, 3_000], frames[AudioFormat.Samples(4_200)]);
    }

    [Fact]
    public async Task CallWithoutABarge_HasNoSupervisorsFile()
    {
        using var folder = new TestFolder();
        var (path, supervisor) = (Path.Combine(folder.Path, "call.wav"), Path.Combine(folder.Path, "supervisor.wav"));
        await using (var recorder = new CallRecorder(path, supervisor))
        {
            recorder.Trainee(0, Level(1_000, 100));
        }

        Assert.False(File.Exists(supervisor));
        using var whole = WavTracksStream.Open((path, 2));
        Assert.Equal(await File.ReadAllBytesAsync(path), All(whole));
    }

    private static short[] Level(short level, int milliseconds) => [.. Enumerable.Repeat(level, AudioFormat.Samples(milliseconds))];

    private static byte[] All(WavTracksStream whole)
    {
        using var bytes = new MemoryStream();
        whole.Position = 0;
        whole.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static List<short[]> Frames(WavTracksStream whole) => [.. Pcm.FromBytes(All(whole).AsSpan(44)).Chunk(3)];

    /// <summary>Takes so many bytes and no more.</summary>
    private sealed class FullDisk(long room) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Position + count > room)
            {
                throw new IOException("No space left on device");
            }
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);
    }
}
