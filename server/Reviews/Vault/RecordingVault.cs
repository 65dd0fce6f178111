using System.Security.Cryptography;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Seals sound and words with AES-256-GCM: who has the disk or the database, but not the key, reads nothing and changes nothing unnoticed. Thread-safe singleton.</summary>
public sealed class RecordingVault(RecordingKey key)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>A new sealed file; what is written becomes readable when the stream is disposed after <see cref="SealedWriter.Complete"/>.</summary>
    public SealedWriter Create(string path) => new(path, key);

    /// <summary>Seekable. Every block is checked when it is read.</summary>
    /// <exception cref="InvalidDataException">It was sealed with another key, changed, or cut short.</exception>
    public SealedStream Open(string path) => new(path, key);

    /// <param name="belongsTo">Opens only for the same: a line cannot be moved to another call unnoticed.</param>
    public byte[] Seal(ReadOnlySpan<byte> content, string belongsTo)
    {
        var box = new byte[1 + NonceBytes + content.Length + TagBytes];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(SmallKey(), TagBytes);
        aes.Encrypt(nonce, content, box.AsSpan(1 + NonceBytes, content.Length), box.AsSpan(box.Length - TagBytes), Name(belongsTo));
        return box;
    }

    /// <exception cref="InvalidDataException">It was sealed with another key or for something else, or changed.</exception>
    public byte[] Unseal(ReadOnlySpan<byte> box, string belongsTo)
    {
        if (box.Length < 1 + NonceBytes + TagBytes || box[0] != Version)
        {
            throw new InvalidDataException("This was not sealed by this server.");
        }
        var content = new byte[box.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(SmallKey(), TagBytes);
        try
        {
            aes.Decrypt(box.Slice(1, NonceBytes), box.Slice(1 + NonceBytes, content.Length), box[^TagBytes..], content, Name(belongsTo));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("What was sealed was changed, or the key of the recordings is another one than it was sealed with.", e);
        }
        return content;
    }

    // A key of its own, since the nonces of these are random and those of files are counted.
    private byte[] SmallKey() => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, RecordingKey.Bytes, info: "words"u8.ToArray());

    private static byte[] Name(string belongsTo) => System.Text.Encoding.UTF8.GetBytes(belongsTo);
}
