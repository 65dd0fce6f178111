using System.Security.Cryptography;
using System.Text;

namespace RealtimeTraining.Server.Accounts;

/// <summary>
/// The code that makes the first administrator. Only its hash is kept, in memory; each start without an
/// administrator prints a new one.
/// </summary>
public sealed class SetupCode : IDisposable
{
    // Crockford's base 32: no I, L, O or U to be mistaken for a digit or a word.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private byte[]? hash;

    /// <summary>Held while a code is being used, so that it is used once.</summary>
    public SemaphoreSlim InUse { get; } = new(1, 1);

    /// <returns>Sixteen letters and digits (80 bits) in groups of four.</returns>
    public string Issue()
    {
        var code = RandomNumberGenerator.GetString(Letters, 16);
        hash = Hash(code);
        return string.Join('-', code.Chunk(4).Select(group => new string(group)));
    }

    public bool Matches(string? typed) =>
        hash is { } expected && typed is { Length: <= 64 } && CryptographicOperations.FixedTimeEquals(expected, Hash(Normal(typed)));

    public void Consume() => hash = null;

    public void Dispose() => InUse.Dispose();

    private static string Normal(string typed) =>
        new([.. typed.ToUpperInvariant().Where(char.IsLetterOrDigit).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter })]);

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
