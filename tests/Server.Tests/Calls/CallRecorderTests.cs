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
        await using (var recorder = new CallRecorder(() => new WavRecorder(new FullDisk(100_000))))
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
        await using var recorder = new CallRecorder(Path.Combine(folder.Path, "missing", "call.wav"));
        recorder.OnFailed(told.Add);

        recorder.Trainee(0, new short[AudioFormat.FrameSamples]);

        Assert.Contains("not recorded", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(0, recorder.LengthMs);
    }

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
