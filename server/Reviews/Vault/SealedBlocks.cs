using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// How a sealed file is laid out. A head: four letters, the key's id, and the file's own key sealed with the server's.
/// Then blocks of 64 KiB, each with its tag, so that any second can be read without the ones before. A block's number
/// is its nonce, which is safe since the file's key seals this file alone; whether it is the last is sealed in with it,
/// so that a file cut short at a block is noticed (the STREAM construction, Hoang, Reyhanitabar, Rogaway, Vizár 2015).
/// </summary>
internal static class SealedBlocks
{
    public const int Plain = 65_536;
    public const int TagBytes = 16;
    public const int Whole = Plain + TagBytes;
    private const int NonceBytes = 12;

    public const int HeadBytes = 4 + RecordingKey.IdBytes + NonceBytes + RecordingKey.Bytes + TagBytes;

    private static ReadOnlySpan<byte> Magic => "RTR1"u8;

    public static byte[] WriteHead(Span<byte> head, RecordingKey key)
    {
        var own = RandomNumberGenerator.GetBytes(RecordingKey.Bytes);
        Magic.CopyTo(head);
        key.Id.CopyTo(head[4..]);
        var nonce = head.Slice(4 + RecordingKey.IdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Value, TagBytes);
        aes.Encrypt(nonce, own, head.Slice(HeadBytes - TagBytes - RecordingKey.Bytes, RecordingKey.Bytes), head[^TagBytes..], head[..(4 + RecordingKey.IdBytes)]);
        return own;
    }

    public static byte[] ReadHead(ReadOnlySpan<byte> head, RecordingKey key)
    {
        if (!head[..4].SequenceEqual(Magic))
        {
            throw new InvalidDataException("This is not a sealed recording.");
        }
        if (!head.Slice(4, RecordingKey.IdBytes).SequenceEqual(key.Id))
        {
            throw new InvalidDataException("This recording was sealed with another key. Put the key file back that was in use when it was uploaded.");
        }
        var own = new byte[RecordingKey.Bytes];
        using var aes = new AesGcm(key.Value, TagBytes);
        try
        {
            aes.Decrypt(head.Slice(4 + RecordingKey.IdBytes, NonceBytes), head.Slice(HeadBytes - TagBytes - RecordingKey.Bytes, RecordingKey.Bytes), head[^TagBytes..], own, head[..(4 + RecordingKey.IdBytes)]);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("The head of this recording was changed.", e);
        }
        return own;
    }

    /// <param name="block">Its first part is sealed in place; the tag comes behind it.</param>
    public static void Seal(AesGcm aes, long number, bool last, ReadOnlySpan<byte> plain, Span<byte> block) =>
        aes.Encrypt(Nonce(number), plain, block[..plain.Length], block.Slice(plain.Length, TagBytes), [last ? (byte)1 : (byte)0]);

    public static void Open(AesGcm aes, long number, bool last, ReadOnlySpan<byte> block, Span<byte> plain)
    {
        try
        {
            aes.Decrypt(Nonce(number), block[..^TagBytes], block[^TagBytes..], plain[..(block.Length - TagBytes)], [last ? (byte)1 : (byte)0]);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("This recording was changed or cut short on the disk.", e);
        }
    }

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, number);
        return nonce;
    }
}
