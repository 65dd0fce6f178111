using System.Security.Cryptography;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>SHA-256 of a file, as lower-case hexadecimal digits. About a second a gibibyte.</summary>
internal static class FileHash
{
    public const int BufferBytes = 1 << 17;

    public static string Of(string path)
    {
        using var file = Open(path, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <param name="read">Told after each piece how many bytes have been read.</param>
    public static async Task<string> OfAsync(string path, Action<long>? read, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = Open(path, FileOptions.SequentialScan | FileOptions.Asynchronous);
        var buffer = new byte[BufferBytes];
        var done = 0L;
        while (await file.ReadAsync(buffer, cancel).ConfigureAwait(false) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            read?.Invoke(done += count);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static FileStream Open(string path, FileOptions options) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, options);
}
