using System.Buffers.Binary;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Tests.Audio;

public sealed class WavRecorderTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"recording-{Guid.NewGuid():N}.wav");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void EachSide_IsWhereItWasHeard_AndTheRestIsSilence()
    {
        using (var recorder = WavRecorder.Open(path))
        {
            recorder.Write((int)RecordingChannel.Trainee, 3, [1, 2, 3]);
            recorder.Write((int)RecordingChannel.Patient, 0, [-1]);
            recorder.Write((int)RecordingChannel.Patient, 8, [-2]);
        }

        var (left, right) = Parse(File.ReadAllBytes(path));

        Assert.Equal([0, 0, 0, 1, 2, 3, 0, 0, 0], left);
        Assert.Equal([-1, 0, 0, 0, 0, 0, 0, 0, -2], right);
    }

    [Fact]
    public void LongCall_WithTheSidesOutOfStep_IsWhole()
    {
        var trainee = Noise(1, 100_000);
        var patient = Noise(2, 100_000);
        using (var recorder = WavRecorder.Open(path))
        {
            for (var at = 0; at < trainee.Length; at += 320)
            {
                recorder.Write((int)RecordingChannel.Trainee, at, trainee.AsSpan(at, Math.Min(320, trainee.Length - at)));
                // The patient's side comes five seconds at a time, and before it is heard.
                if (at % 80_000 == 0)
                {
                    recorder.Write((int)RecordingChannel.Patient, at, patient.AsSpan(at, Math.Min(80_000, patient.Length - at)));
                }
            }
        }

        var (left, right) = Parse(File.ReadAllBytes(path));

        Assert.Equal(trainee, left);
        Assert.Equal(patient, right);
    }

    [Fact]
    public void Crash_LeavesAFileThatPlays_AndLosesASecondAtMost()
    {
        var speech = Noise(1, 50_000);
        using var recorder = WavRecorder.Open(path);
        for (var at = 0; at + 320 <= speech.Length; at += 320)
        {
            recorder.Write((int)RecordingChannel.Trainee, at, speech.AsSpan(at, 320));

            var (left, _) = Parse(ReadShared(path));

            Assert.InRange(left.Length, Math.Max(0, at + 320 - WavRecorder.WindowSamples), at + 320);
            Assert.Equal(speech[..left.Length], left);
        }
    }

    [Fact]
    public void Continued_AfterACrash_GoesOnWhereTheFileEnds()
    {
        var speech = Noise(1, 40_000);
        var crashed = WavRecorder.Open(path);
        crashed.Write((int)RecordingChannel.Trainee, 0, speech);
        var copy = ReadShared(path);
        crashed.Dispose();
        // Killed between the samples and the header, and in the middle of a frame.
        File.WriteAllBytes(path, [.. copy, .. new byte[402]]);

        long length;
        using (var recorder = WavRecorder.Open(path))
        {
            length = recorder.LengthSamples;
            recorder.Write((int)RecordingChannel.Patient, length, [9, 9]);
        }

        var (left, right) = Parse(File.ReadAllBytes(path));
        var kept = (copy.Length - 44) / 4;
        Assert.Equal(kept + 100, length);
        Assert.Equal(length + 2, left.Length);
        Assert.Equal(speech[..kept], left[..kept]);
        Assert.Equal([9, 9], right[(int)length..]);
    }

    [Fact]
    public void Erase_SilencesOneSideFromThere_OnDiskAndInMemory()
    {
        using (var recorder = WavRecorder.Open(path))
        {
            recorder.Write((int)RecordingChannel.Patient, 0, Enumerable.Repeat((short)5, 60_000).ToArray());
            recorder.Write((int)RecordingChannel.Trainee, 0, Enumerable.Repeat((short)7, 60_000).ToArray());

            recorder.Erase((int)RecordingChannel.Patient, 20_000);
        }

        var (left, right) = Parse(File.ReadAllBytes(path));

        Assert.All(left, sample => Assert.Equal(7, sample));
        Assert.All(right[..20_000], sample => Assert.Equal(5, sample));
        Assert.All(right[20_000..], sample => Assert.Equal(0, sample));
        Assert.Equal(60_000, right.Length);
    }

    [Fact]
    public void DiskFull_IsSaidOnce_AndWhatWasWrittenStillPlays()
    {
        var disk = new SmallDisk(150_000);
        var failures = new List<RecordingFailedException>();
        using (var recorder = new WavRecorder(disk))
        {
            recorder.Failed += failures.Add;
            for (var at = 0; at < 200_000; at += 320)
            {
                recorder.Write((int)RecordingChannel.Trainee, at, new short[320]);
            }
            recorder.Erase((int)RecordingChannel.Trainee, 0);
        }

        var failure = Assert.Single(failures);
        Assert.IsAssignableFrom<IOException>(failure.InnerException);
        Assert.True(disk.Disposed);
        var (left, _) = Parse(disk.ToArray());
        Assert.InRange(left.Length, 24_000, 37_500);
    }

    [Fact]
    public void BothSidesAtOnce_FromTwoThreads_AreWhole()
    {
        var trainee = Noise(1, 64_000);
        var patient = Noise(2, 64_000);
        using (var recorder = WavRecorder.Open(path))
        {
            Parallel.Invoke(
                () => WriteAll(recorder, RecordingChannel.Trainee, trainee),
                () => WriteAll(recorder, RecordingChannel.Patient, patient));
        }

        var (left, right) = Parse(File.ReadAllBytes(path));

        Assert.Equal(trainee, left);
        Assert.Equal(patient, right);
    }

    [Fact]
    public void AnotherFile_IsNotOverwritten()
    {
        File.WriteAllText(path, "A letter that somebody still wants to read, longer than any header.");

        Assert.Throws<InvalidDataException>(() => WavRecorder.Open(path));

        Assert.StartsWith("A letter", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void MistakesInCounting_AreRefused()
    {
        using var recorder = WavRecorder.Open(path);

        Assert.Throws<ArgumentOutOfRangeException>(() => recorder.Write((int)RecordingChannel.Trainee, -1, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => recorder.Write((int)RecordingChannel.Trainee, long.MaxValue, [1]));
    }

    [Fact]
    public void NothingWritten_IsAnEmptyRecording()
    {
        WavRecorder.Open(path).Dispose();

        Assert.Empty(Parse(File.ReadAllBytes(path)).Left);
    }

    private static void WriteAll(WavRecorder recorder, RecordingChannel channel, short[] samples)
    {
        for (var at = 0; at < samples.Length; at += 320)
        {
            recorder.Write((int)channel, at, samples.AsSpan(at, Math.Min(320, samples.Length - at)));
        }
    }

    private static short[] Noise(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(short.MinValue, short.MaxValue))];
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>As a player reads it: strictly by the header.</summary>
    private static (short[] Left, short[] Right) Parse(byte[] wav)
    {
        Assert.Equal("RIFF"u8, wav.AsSpan(0, 4));
        Assert.Equal("WAVEfmt "u8, wav.AsSpan(8, 8));
        Assert.Equal(2, wav[22]);
        Assert.Equal(16_000, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)));
        Assert.Equal(16, wav[34]);
        var size = BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(40));
        Assert.Equal(size + 36, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(4)));
        Assert.InRange(size, 0, wav.Length - 44);
        var samples = Pcm.FromBytes(wav.AsSpan(44, size));
        return ([.. samples.Where((_, i) => i % 2 == 0)], [.. samples.Where((_, i) => i % 2 == 1)]);
    }

    private sealed class SmallDisk(int capacity) : MemoryStream
    {
        public bool Disposed { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Position + buffer.Length > capacity)
            {
                // A real disk takes what fits.
                base.Write(buffer[..(int)Math.Max(0, capacity - Position)]);
                throw new IOException("No space left on device");
            }
            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            Disposed = true;
            base.Dispose(disposing);
        }
    }
}
