namespace RealtimeTraining.Speech.Audio;

/// <summary>
/// Recordings of one clock that lie in several files, read as one WAV file with the tracks of all of them, in their order.
/// As long as the longest when it was opened; what a shorter one lacks is silence. Read-only, seekable, not thread-safe.
/// </summary>
public sealed class WavTracksStream : Stream
{
    private const int BlockFrames = 4_096;
    private readonly (FileStream File, int Tracks, long Frames)[] files;
    private readonly byte[] header = new byte[WavHeader.Bytes];
    private readonly byte[] block;
    private readonly byte[] part;
    private readonly int frameBytes;
    private readonly long frames;
    private long blockFrom = -1;
    private long position;

    private WavTracksStream((FileStream File, int Tracks, long Frames)[] files)
    {
        this.files = files;
        var tracks = files.Sum(file => file.Tracks);
        frameBytes = tracks * Pcm.BytesPerSample;
        // No more than a WAV header can state.
        frames = Math.Min(files.Max(file => file.Frames), (uint.MaxValue - WavHeader.Bytes) / frameBytes);
        (block, part) = (new byte[BlockFrames * frameBytes], new byte[BlockFrames * frameBytes]);
        WavHeader.Write(header, tracks, AudioFormat.SampleRateHz, (uint)(frames * frameBytes));
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => WavHeader.Bytes + frames * frameBytes;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <param name="files">Written by <see cref="WavRecorder"/>, or still being written; each with how many tracks it has.</param>
    /// <exception cref="IOException">One of them cannot be read.</exception>
    public static WavTracksStream Open(params (string Path, int Tracks)[] files)
    {
        var opened = new List<(FileStream, int, long)>();
        try
        {
            foreach (var (path, tracks) in files)
            {
                var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                opened.Add((file, tracks, Math.Max(0, file.Length - WavHeader.Bytes) / (tracks * Pcm.BytesPerSample)));
            }
            return new WavTracksStream([.. opened]);
        }
        catch
        {
            opened.ForEach(file => file.Item1.Dispose());
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> from;
        if (position < WavHeader.Bytes)
        {
            from = header.AsSpan((int)position);
        }
        else if (position < Length)
        {
            var at = position - WavHeader.Bytes;
            Fill(at / frameBytes / BlockFrames * BlockFrames);
            var begin = at - blockFrom * frameBytes;
            from = block.AsSpan((int)begin, (int)(Math.Min(BlockFrames, frames - blockFrom) * frameBytes - begin));
        }
        else
        {
            return 0;
        }
        var count = Math.Min(from.Length, buffer.Length);
        from[..count].CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var (file, _, _) in files)
            {
                file.Dispose();
            }
        }
        base.Dispose(disposing);
    }

    private void Fill(long from)
    {
        if (blockFrom == from)
        {
            return;
        }
        blockFrom = from;
        Array.Clear(block);
        var before = 0;
        foreach (var (file, tracks, own) in files)
        {
            var ownBytes = tracks * Pcm.BytesPerSample;
            var wanted = (int)Math.Clamp(own - from, 0, BlockFrames);
            file.Position = WavHeader.Bytes + from * ownBytes;
            var got = file.ReadAtLeast(part.AsSpan(0, wanted * ownBytes), wanted * ownBytes, throwOnEndOfStream: false) / ownBytes;
            for (var frame = 0; frame < got; frame++)
            {
                part.AsSpan(frame * ownBytes, ownBytes).CopyTo(block.AsSpan(frame * frameBytes + before));
            }
            before += ownBytes;
        }
    }
}
