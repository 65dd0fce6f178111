using System.Security.Cryptography;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Writes a sealed file from front to back. Not thread-safe. Without <see cref="Complete"/> the file stays unreadable.</summary>
public sealed class SealedWriter : IDisposable
{
    private readonly FileStream file;
    private readonly AesGcm aes;
    private readonly byte[] pending = new byte[SealedBlocks.Plain];
    private readonly byte[] block = new byte[SealedBlocks.Whole];
    private int filled;
    private long number;

    internal SealedWriter(string path, RecordingKey key)
    {
        file = PrivateFile.Open(path, FileMode.Create, FileAccess.Write);
        Span<byte> head = stackalloc byte[SealedBlocks.HeadBytes];
        aes = new AesGcm(SealedBlocks.WriteHead(head, key), SealedBlocks.TagBytes);
        file.Write(head);
    }

    /// <summary>Plain bytes so far.</summary>
    public long Length => number * SealedBlocks.Plain + filled;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            // A full block waits until it is known not to be the last.
            if (filled == pending.Length)
            {
                Flush(last: false);
            }
            var count = Math.Min(bytes.Length, pending.Length - filled);
            bytes[..count].CopyTo(pending.AsSpan(filled));
            filled += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Seals the end and waits until all of it is on the disk.</summary>
    public void Complete()
    {
        Flush(last: true);
        file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        aes.Dispose();
        file.Dispose();
    }

    private void Flush(bool last)
    {
        SealedBlocks.Seal(aes, number, last, pending.AsSpan(0, filled), block);
        file.Write(block.AsSpan(0, filled + SealedBlocks.TagBytes));
        number++;
        filled = 0;
    }
}
