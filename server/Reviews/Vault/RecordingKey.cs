using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// The key that recordings and what was said in them are sealed with: 32 random bytes in a file outside the database,
/// made at its first use and readable by the server's user alone. Without the file nothing of it can be read again.
/// Thread-safe singleton.
/// </summary>
public sealed class RecordingKey(IOptions<ReviewOptions> options, DataFolder data)
{
    public const int Bytes = 32;

    /// <summary>How many bytes name the key in what it sealed.</summary>
    public const int IdBytes = 8;

    private readonly Lazy<byte[]> key = new(() => ReadOrMake(options.Value.KeyFile ?? Path.Combine(data.Keys, "recordings.key")));

    /// <exception cref="InvalidOperationException">The key file cannot be read or made, or holds no key; the message says what to do.</exception>
    internal byte[] Value => key.Value;

    /// <summary>A hash of the key that tells it from others and does not give it away.</summary>
    internal byte[] Id => HKDF.DeriveKey(HashAlgorithmName.SHA256, Value, IdBytes, info: "recording key id"u8.ToArray());

    private static byte[] ReadOrMake(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }
            var key = Convert.FromBase64String(File.ReadAllText(file).Trim());
            return key.Length == Bytes ? key : throw new FormatException($"It holds {key.Length} bytes, not {Bytes}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new InvalidOperationException(
                $"The key of the recordings in {file} cannot be used: {e.Message} Put the file back from where it is kept, or set {ReviewOptions.Section}:{nameof(ReviewOptions.KeyFile)}.", e);
        }
    }

    private static void Make(string file)
    {
        // Whole or not at all: half a key would lock up everything sealed before it is noticed.
        var half = $"{file}.{Environment.ProcessId}";
        using (var stream = PrivateFile.Open(half, FileMode.Create, FileAccess.Write))
        using (var writer = new StreamWriter(stream))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        }
        try
        {
            File.Move(half, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another server on the same folder was quicker; its key holds.
            File.Delete(half);
        }
    }
}
