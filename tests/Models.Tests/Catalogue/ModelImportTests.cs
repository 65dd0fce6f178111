using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class ModelImportTests : IDisposable
{
    private static readonly byte[] First = TestModels.Content(4000);
    private static readonly byte[] Second = TestModels.Content(6000);
    private static readonly ModelEntry Plain = TestModels.Entry(First, name: "plain");
    private static readonly ModelEntry Strict = TestModels.Entry(Second, name: "strict", mustAccept: true);

    private readonly TestFolder _own = new();
    private readonly TestFolder _brought = new();
    private readonly ModelStore _store;
    private readonly ModelImport _import;

    public ModelImportTests()
    {
        _store = new ModelStore(new ModelFolders(_own.Path));
        _import = new ModelImport(new ModelCatalogue([Plain, Strict]), _store);
    }

    public void Dispose()
    {
        _own.Dispose();
        _brought.Dispose();
    }

    [Theory]
    [InlineData("plain.bin")]
    [InlineData("renamed by a browser (1).bin")]
    public async Task AFile_IsKnownByItsNameOrItsSize(string name)
    {
        Assert.Equal("plain", Assert.Single(await _import.RunAsync(Bring(name, First))).Name);
        Assert.Equal(First, await File.ReadAllBytesAsync(_store.Find(Plain)!));
    }

    [Fact]
    public async Task AFolder_BringsAllThatIsKnown()
    {
        Bring("plain.bin", First);
        Bring("strict.bin", Second);
        Bring("readme.txt", [1, 2, 3]);
        Assert.Equal(["plain", "strict"], (await _import.RunAsync(_brought.Path, acceptLicence: true)).Select(entry => entry.Name).Order());
        Assert.NotNull(_store.Find(Strict));
    }

    [Fact]
    public async Task WhatIsNotWholeOrNotRight_IsNotInstalled()
    {
        Assert.Equal(ModelFailures.WrongSize, await FailsAsync(Bring("plain.bin", First[..100])));
        Assert.Equal(ModelFailures.WrongHash, await FailsAsync(Bring("plain.bin", TestModels.Content(4000, seed: 9))));
        Assert.Equal(ModelFailures.NotFound, await FailsAsync(Bring("unknown.bin", [1])));
        Assert.Equal(ModelFailures.NotFound, await FailsAsync(Path.Combine(_brought.Path, "nowhere")));
        Assert.Equal(ModelFailures.LicenceNotAccepted, await FailsAsync(Bring("strict.bin", Second)));
        Assert.Equal(ModelStateKind.Missing, _store.Look(Plain).Kind);
        Assert.Equal(["plain.bin.lock"], Directory.GetFiles(_own.Path).Select(Path.GetFileName));
    }

    private async Task<string> FailsAsync(string path) => (await Assert.ThrowsAsync<ModelDownloadException>(() => _import.RunAsync(path))).Code;

    private string Bring(string name, byte[] content)
    {
        var path = Path.Combine(_brought.Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
