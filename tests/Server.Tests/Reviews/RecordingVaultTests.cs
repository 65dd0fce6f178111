using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class RecordingVaultTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string File1 => Path.Combine(folder.Path, "one.sound");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void File_ComesBackAsItWasWritten_FromAnyPlace(int length)
    {
        var plain = Plain(length);
        Write(Vault(), plain);

        using var reader = Vault().Open(File1);

        Assert.Equal(length, reader.Length);
        foreach (var from in new[] { 0, length / 2, Math.Max(0, length - 1), 65_530 }.Where(from => from <= length))
        {
            reader.Position = from;
            using var rest = new MemoryStream();
            reader.CopyTo(rest);
            Assert.Equal(plain.AsSpan(from).ToArray(), rest.ToArray());
        }
    }

    [Fact]
    public void NoStretchOfTheFile_IsInClear()
    {
        var plain = Plain(200_000);
        Write(Vault(), plain);

        var kept = File.ReadAllBytes(File1);

        Assert.All(Enumerable.Range(0, 190), i => Assert.Equal(-1, kept.AsSpan().IndexOf(plain.AsSpan(i * 1_000, 12))));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(70_000)]
    public void ChangedByte_IsNoticed(int at)
    {
        Write(Vault(), Plain(100_000));
        var kept = File.ReadAllBytes(File1);
        kept[at] ^= 1;
        File.WriteAllBytes(File1, kept);

        Assert.Throws<InvalidDataException>(() => ReadAll(Vault()));
    }

    [Theory]
    [InlineData(65_536 + 16)]
    [InlineData(10)]
    [InlineData(140_000)]
    public void FileCutShort_AlsoAtABlock_IsNoticed(int less)
    {
        Write(Vault(), Plain(2 * 65_536));
        using (var file = File.OpenWrite(File1))
        {
            file.SetLength(Math.Max(0, file.Length - less));
        }

        Assert.Throws<InvalidDataException>(() => ReadAll(Vault()));
    }

    [Fact]
    public void FileThatWasNotCompleted_CannotBeRead()
    {
        using (var writer = Vault().Create(File1))
        {
            writer.Write(Plain(200_000));
        }

        Assert.Throws<InvalidDataException>(() => ReadAll(Vault()));
    }

    [Fact]
    public void OtherKey_OpensNothing_AndSaysSo()
    {
        Write(Vault(), Plain(100));
        var box = Vault().Seal("words"u8, "line 1");

        var other = Vault("other.key");

        Assert.Contains("another key", Assert.Throws<InvalidDataException>(() => ReadAll(other)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => other.Unseal(box, "line 1"));
    }

    [Fact]
    public void SealedWords_OpenOnlyForWhatTheyBelongTo()
    {
        var box = Vault().Seal("thank you for calling"u8, "line 1");

        Assert.Equal("thank you for calling"u8, Vault().Unseal(box, "line 1"));
        Assert.Throws<InvalidDataException>(() => Vault().Unseal(box, "line 2"));
        Assert.Throws<InvalidDataException>(() => Vault().Unseal(box.AsSpan(0, box.Length - 1), "line 1"));
        Assert.Throws<InvalidDataException>(() => Vault().Unseal([], "line 1"));
        // The same twice looks different.
        Assert.NotEqual(box, Vault().Seal("thank you for calling"u8, "line 1"));
    }

    [Fact]
    public void KeyFile_IsForTheServersUserAlone_AndABrokenOneIsSaid()
    {
        _ = Vault().Seal([], "");
        var file = Path.Combine(folder.Path, "keys", "recordings.key");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        File.WriteAllText(file, "c2hvcnQ=");

        Assert.Contains(file, Assert.Throws<InvalidOperationException>(() => Vault().Seal([], "")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private RecordingVault Vault(string? key = null) => new(new RecordingKey(
        Options.Create(new ReviewOptions { KeyFile = key is null ? null : Path.Combine(folder.Path, key) }), new DataFolder(folder.Path)));

    private void Write(RecordingVault vault, byte[] plain)
    {
        using var writer = vault.Create(File1);
        // In odd pieces, as a pipe gives them.
        for (var i = 0; i < plain.Length; i += 4_099)
        {
            writer.Write(plain.AsSpan(i, Math.Min(4_099, plain.Length - i)));
        }
        writer.Complete();
    }

    private byte[] ReadAll(RecordingVault vault)
    {
        using var reader = vault.Open(File1);
        using var all = new MemoryStream();
        reader.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] Plain(int length)
    {
        var plain = new byte[length];
        new Random(3).NextBytes(plain);
        return plain;
    }
}
