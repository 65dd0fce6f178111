using System.Buffers.Binary;

namespace RealtimeTraining.Speech.Audio;

/// <summary>
/// Writes a call's recording as the call goes: 16 kHz, 16 bits, a track for each voice. Each is written at the sample
/// where it was heard, in any order; what nobody wrote is silence. The last second is kept in memory, older
/// sound is on disk, and after each block the header states the new length, so that a crash leaves a file that plays
/// and misses a second at most. Thread-safe. Writing may wait for the disk: call it from a stage of its own.
/// </summary>
public sealed class WavRecorder : IDisposable
{
    /// <summary>How much sound is in memory at most, and so how much a crash can lose.</summary>
    public const int WindowSamples = AudioFormat.SampleRateHz;

    /// <summary>How far beyond the end a write may begin, as long as the longest call; more is a mistake in counting.</summary>
    public const int MaxGapSamples = 4 * 3600 * AudioFormat.SampleRateHz;

    private readonly object gate = new();
    private readonly Stream file;
    private readonly int tracks;
    private readonly short[] window;
    private readonly byte[] block;
    private long flushed;
    private long end;
    private bool failed;
    private bool disposed;

    /// <param name="file">
    /// Readable, writable and seekable; empty, or a recording to go on with. The recorder disposes it.
    /// </param>
    /// <param name="tracks">1 or 2.</param>
    /// <exception cref="InvalidDataException">The stream holds something else than such a recording.</exception>
    public WavRecorder(Stream file, int tracks = 2)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(tracks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tracks, 2);
        (this.file, this.tracks) = (file, tracks);
        (window, block) = (new short[WindowSamples * tracks], new byte[WindowSamples * FrameBytes]);
        flushed = end = file.Length == 0 ? 0 : ExistingSamples();
        WriteHeader();
    }

    /// <summary>
    /// Raised once, on the writer's thread, when the file cannot be written any more. From then on the recorder
    /// takes everything and writes nothing.
    /// </summary>
    public event Action<RecordingFailedException>? Failed;

    // What a WAV header can state, less a block.
    private long MaxSamples => uint.MaxValue / FrameBytes - 2 * WindowSamples;

    private int FrameBytes => tracks * Pcm.BytesPerSample;

    /// <summary>How long the recording is: the furthest sample that any track has.</summary>
    public long LengthSamples
    {
        get
        {
            lock (gate)
            {
                return end;
            }
        }
    }

    /// <summary>Begins a recording, or goes on with the one that is there (see <see cref="LengthSamples"/>).</summary>
    /// <exception cref="InvalidDataException">The file is something else.</exception>
    public static WavRecorder Open(string path, int tracks = 2)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            return new WavRecorder(file, tracks);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Puts sound where it was heard. Sound behind the window goes straight to the file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative or more than an hour beyond the end.</exception>
    /// <param name="track">From 0.</param>
    public void Write(int track, long startSample, ReadOnlySpan<short> samples)
    {
        RecordingFailedException? failure = null;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            ArgumentOutOfRangeException.ThrowIfNegative(startSample);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(startSample, end + MaxGapSamples);
            try
            {
                Put(track, startSample, samples);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                failure = Fail(e);
            }
        }
        Report(failure);
    }

    /// <summary>Takes back what one voice was going to say: from here on it is silent. For a barge-in.</summary>
    public void Erase(int track, long fromSample)
    {
        RecordingFailedException? failure = null;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            ArgumentOutOfRangeException.ThrowIfNegative(fromSample);
            try
            {
                var silence = new short[AudioFormat.SampleRateHz];
                for (var at = fromSample; at < end; at += silence.Length)
                {
                    Put(track, at, silence.AsSpan(0, (int)Math.Min(silence.Length, end - at)));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                failure = Fail(e);
            }
        }
        Report(failure);
    }

    /// <summary>Writes what is in memory, and closes the file.</summary>
    public void Dispose()
    {
        RecordingFailedException? failure = null;
        lock (gate)
        {
            if (disposed)
            {
                return;
            }
            disposed = true;
            try
            {
                try
                {
                    FlushUntil(end);
                }
                finally
                {
                    file.Dispose();
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                failure = Fail(e);
            }
        }
        Report(failure);
    }

    private void Put(int track, long start, ReadOnlySpan<short> samples)
    {
        if (failed || samples.IsEmpty)
        {
            return;
        }
        if (start + samples.Length > MaxSamples)
        {
            throw new IOException("The recording is as long as a WAV file can be.");
        }
        if (start < flushed)
        {
            var behind = samples[..(int)Math.Min(samples.Length, flushed - start)];
            Patch(track, start, behind);
            samples = samples[behind.Length..];
            start += behind.Length;
        }
        while (!samples.IsEmpty)
        {
            if (start >= flushed + WindowSamples)
            {
                // Half a window at a time, so that there is room for the other voice to come a little later.
                end = Math.Max(end, Math.Min(start, flushed + WindowSamples));
                FlushUntil(flushed + WindowSamples / 2);
                continue;
            }
            var fits = samples[..(int)Math.Min(samples.Length, flushed + WindowSamples - start)];
            for (var i = 0; i < fits.Length; i++)
            {
                window[Slot(start + i) + track] = fits[i];
            }
            start += fits.Length;
            end = Math.Max(end, start);
            samples = samples[fits.Length..];
        }
    }

    private int Slot(long sample) => (int)(sample % WindowSamples) * tracks;

    private void FlushUntil(long until)
    {
        until = Math.Min(until, end);
        if (failed || until <= flushed)
        {
            return;
        }
        var bytes = block.AsSpan(0, (int)(until - flushed) * FrameBytes);
        for (var sample = flushed; sample < until; sample++)
        {
            var at = bytes[((int)(sample - flushed) * FrameBytes)..];
            var slot = Slot(sample);
            Pcm.ToBytes(window.AsSpan(slot, tracks), at);
        }
        file.Position = Position(flushed);
        file.Write(bytes);
        for (var sample = flushed; sample < until; sample++)
        {
            window.AsSpan(Slot(sample), tracks).Clear();
        }
        flushed = until;
        WriteHeader();
    }

    /// <summary>Changes one track of what is already on disk.</summary>
    private void Patch(int track, long start, ReadOnlySpan<short> samples)
    {
        while (!samples.IsEmpty)
        {
            var part = samples[..Math.Min(samples.Length, WindowSamples)];
            var bytes = block.AsSpan(0, part.Length * FrameBytes);
            file.Position = Position(start);
            file.ReadExactly(bytes);
            for (var i = 0; i < part.Length; i++)
            {
                BinaryPrimitives.WriteInt16LittleEndian(
                    bytes[(i * FrameBytes + track * Pcm.BytesPerSample)..], part[i]);
            }
            file.Position = Position(start);
            file.Write(bytes);
            start += part.Length;
            samples = samples[part.Length..];
        }
    }

    private void WriteHeader()
    {
        Span<byte> header = stackalloc byte[WavHeader.Bytes];
        WavHeader.Write(header, tracks, AudioFormat.SampleRateHz, (uint)(flushed * FrameBytes));
        file.Position = 0;
        file.Write(header);
        file.Flush();
    }

    private long Position(long sample) => WavHeader.Bytes + sample * FrameBytes;

    /// <summary>After a crash the file can hold more than its header states: the file is right.</summary>
    private long ExistingSamples()
    {
        Span<byte> header = stackalloc byte[WavHeader.Bytes];
        file.Position = 0;
        var read = file.ReadAtLeast(header, WavHeader.Bytes, throwOnEndOfStream: false);
        if (read < WavHeader.Bytes || !WavHeader.Matches(header, tracks, AudioFormat.SampleRateHz))
        {
            throw new InvalidDataException(
                "The recording cannot be continued: the file that is there is not a 16 kHz WAV file of ours with as many tracks.");
        }
        return Math.Min((file.Length - WavHeader.Bytes) / FrameBytes, MaxSamples);
    }

    private RecordingFailedException? Fail(Exception cause)
    {
        if (failed)
        {
            return null;
        }
        failed = true;
        return new RecordingFailedException($"The call goes on, but is no longer recorded: {cause.Message}", cause);
    }

    private void Report(RecordingFailedException? failure)
    {
        if (failure is not null)
        {
            Failed?.Invoke(failure);
        }
    }
}
