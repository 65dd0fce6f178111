namespace RealtimeTraining.Server.Reviews;

/// <summary>A seekable stream with a head before it. Owns the stream. Not thread-safe.</summary>
internal sealed class HeadedStream : Stream
{
    private readonly Stream body;
    private readonly byte[] head;

    /// <param name="head">Makes the head, given the length of the body in bytes.</param>
    public HeadedStream(Stream body, Func<long, byte[]> head) => (this.body, this.head) = (body, head(body.Length));

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => head.Length + body.Length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        int count;
        if (Position < head.Length)
        {
            count = Math.Min(buffer.Length, head.Length - (int)Position);
            head.AsSpan((int)Position, count).CopyTo(buffer);
        }
        else
        {
            body.Position = Position - head.Length;
            count = body.Read(buffer);
        }
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length };
        ArgumentOutOfRangeException.ThrowIfNegative(to, nameof(offset));
        return Position = to;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }
        base.Dispose(disposing);
    }
}
