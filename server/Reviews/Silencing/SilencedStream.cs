using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Reviews;

/// <summary>16-bit samples with stretches of them turned to nought on all channels. Owns the stream. Not thread-safe.</summary>
public sealed class SilencedStream : ReadOnlyStream
{
    private readonly Stream pcm;
    private readonly (long From, long To)[] silent;

    /// <param name="spans">In order, without overlaps.</param>
    public SilencedStream(Stream pcm, int channels, IReadOnlyList<SilentSpan> spans)
    {
        this.pcm = pcm;
        var bytesPerMs = (long)AudioFormat.Samples(1) * channels * Pcm.BytesPerSample;
        silent = [.. spans.Select(span => (span.StartMs * bytesPerMs, span.EndMs * bytesPerMs))];
    }

    public override long Length => pcm.Length;

    public override int Read(Span<byte> buffer)
    {
        pcm.Position = Position;
        var count = pcm.Read(buffer);
        foreach (var (from, to) in silent)
        {
            var (start, end) = (Math.Max(from, Position), Math.Min(to, Position + count));
            if (start < end)
            {
                buffer[(int)(start - Position)..(int)(end - Position)].Clear();
            }
        }
        Position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pcm.Dispose();
        }
        base.Dispose(disposing);
    }
}
