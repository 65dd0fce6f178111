namespace RealtimeTraining.Server.Reviews;

/// <summary>A seekable stream with a head before it. Owns the stream. Not thread-safe.</summary>
internal sealed class HeadedStream : ReadOnlyStream
{
    private readonly Stream body;
    private readonly byte[] head;

    /// <param name="head">Makes the head, given the length of the body in bytes.</param>
    public HeadedStream(Stream body, Func<long, byte[]> head) => (this.body, this.head) = (body, head(body.Length));

    public override long Length => head.Length + body.Length;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }
        base.Dispose(disposing);
    }
}
