using System.Security.Cryptography;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Reads a sealed file from anywhere in it. Keeps one block open. Not thread-safe.</summary>
public sealed class SealedStream : ReadOnlyStream
{
    private readonly FileStream file;
    private readonly AesGcm aes;
    private readonly byte[] block = new byte[SealedBlocks.Whole];
    private readonly byte[] plain = new byte[SealedBlocks.Plain];
    private readonly long blocks;
    private long opened = -1;

    internal SealedStream(string path, RecordingKey key)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        try
        {
            var body = file.Length - SealedBlocks.HeadBytes;
            blocks = (body + SealedBlocks.Whole - 1) / SealedBlocks.Whole;
            if (body < SealedBlocks.TagBytes || body - (blocks - 1) * SealedBlocks.Whole < SealedBlocks.TagBytes)
            {
                throw new InvalidDataException("This recording was cut short on the disk.");
            }
            Length = body - blocks * SealedBlocks.TagBytes;
            Span<byte> head = stackalloc byte[SealedBlocks.HeadBytes];
            file.ReadExactly(head);
            aes = new AesGcm(SealedBlocks.ReadHead(head, key), SealedBlocks.TagBytes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override long Length { get; }

    /// <exception cref="InvalidDataException">The block was changed, or the file was cut short after it.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }
        var number = Position / SealedBlocks.Plain;
        OpenBlock(number);
        var from = (int)(Position % SealedBlocks.Plain);
        var count = (int)Math.Min(Math.Min(buffer.Length, SealedBlocks.Plain - from), Length - Position);
        plain.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            aes.Dispose();
            file.Dispose();
        }
        base.Dispose(disposing);
    }

    private void OpenBlock(long number)
    {
        if (number == opened)
        {
            return;
        }
        opened = -1;
        file.Position = SealedBlocks.HeadBytes + number * SealedBlocks.Whole;
        var count = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        if (count < SealedBlocks.TagBytes)
        {
            throw new InvalidDataException("This recording was cut short on the disk.");
        }
        SealedBlocks.Open(aes, number, number == blocks - 1, block.AsSpan(0, count), plain);
        opened = number;
    }
}
