using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Turns words into numbers that give nothing away without the recordings' key: the first 64 bits of HMAC-SHA256 (RFC
/// 2104) under a key of each organisation's own. Thread-safe singleton.
/// </summary>
public sealed class SearchKey(RecordingKey key)
{
    /// <returns>In the order of the words.</returns>
    public IReadOnlyList<long> Of(Guid tenant, IEnumerable<string> words)
    {
        var own = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, RecordingKey.Bytes, info: Encoding.UTF8.GetBytes($"search {tenant:N}"));
        return [.. words.Select(word => BinaryPrimitives.ReadInt64LittleEndian(HMACSHA256.HashData(own, Encoding.UTF8.GetBytes(word))))];
    }
}
