using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class ModelStoreTests : IDisposable
{
    private static readonly byte[] Body = TestModels.Content(5000);
    private static readonly byte[] Other = TestModels.Content(5000, seed: 8);
    private static readonly ModelEntry Entry = TestModels.Entry(Body);

    private readonly TestFolder _own = new();
    private readonly TestFolder _offered = new();
    private readonly ModelStore _store;

    public ModelStoreTests() => _store = NewStore();

    public void Dispose()
    {
        _own.Dispose();
        _offered.Dispose();
    }

    [Fact]
    public void Nothing_IsMissing()
    {
        Assert.Equal(ModelStateKind.Missing, _store.Look(Entry).Kind);
        Assert.Null(_store.Find(Entry));
    }

    [Fact]
    public void AFileCopiedInByHand_IsVerifiedOnceAndRemembered()
    {
        var path = Put(_own, Body);
        Assert.Equal(ModelStateKind.Unverified, _store.Look(Entry).Kind);
        Assert.Equal(path, _store.Find(Entry));
        Assert.Equal(ModelStateKind.Installed, NewStore().Look(Entry).Kind);
    }

    [Fact]
    public void AFileThatChangedSince_IsHashedAgain()
    {
        var path = Put(_own, Body);
        Assert.NotNull(_store.Find(Entry));
        File.WriteAllBytes(path, Other);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        Assert.Equal(ModelStateKind.Unverified, _store.Look(Entry).Kind);
        Assert.Null(_store.Find(Entry));
        Assert.Contains("SHA-256", _store.Look(Entry).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongFile_IsReportedAndNeverGivenOut()
    {
        Put(_own, Other);
        Assert.Null(_store.Find(Entry));
        Assert.Equal(ModelStateKind.Damaged, _store.Look(Entry).Kind);
        Put(_own, Body[..^1]);
        Assert.Null(_store.Find(Entry));
        Assert.Contains("4,999 bytes instead of 5,000", _store.Look(Entry).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void APart_IsNoModelEvenWhenItIsWhole()
    {
        File.WriteAllBytes(Path.Combine(_own.Path, Entry.File + ".part"), Body);
        Assert.Equal(ModelStateKind.Partial, _store.Look(Entry).Kind);
        Assert.Null(_store.Find(Entry));
    }

    [Fact]
    public void TheOfferedFolder_IsUsedWhereItLies_AlsoWhenTheOwnFileIsWrong()
    {
        Put(_own, Other);
        var path = Put(_offered, Body);
        Assert.Equal(path, _store.Find(Entry));
        Assert.False(File.Exists(Path.Combine(_offered.Path, "verified.json")));
        Assert.Equal(ModelStateKind.Installed, NewStore().Look(Entry).Kind);
    }

    [Fact]
    public void ALinkToAFile_IsAsGoodAsTheFile()
    {
        var elsewhere = Path.Combine(_offered.Path, "blob");
        File.WriteAllBytes(elsewhere, Body);
        File.CreateSymbolicLink(Path.Combine(_own.Path, Entry.File), elsewhere);
        Assert.NotNull(_store.Find(Entry));
    }

    [Fact]
    public void AMemoryThatIsBroken_CostsOnlyAnotherHash()
    {
        Put(_own, Body);
        File.WriteAllText(Path.Combine(_own.Path, "verified.json"), "{ \"x\": [");
        Assert.NotNull(_store.Find(Entry));
        Assert.Equal(ModelStateKind.Installed, NewStore().Look(Entry).Kind);
    }

    [Fact]
    public void WhatAnotherProcessVerified_IsKnown()
    {
        Put(_own, Body);
        Assert.Equal(ModelStateKind.Unverified, _store.Look(Entry).Kind);
        Assert.NotNull(NewStore().Find(Entry));
        Assert.Equal(ModelStateKind.Installed, _store.Look(Entry).Kind);
    }

    [Fact]
    public async Task Verify_FindsWhatRottedWithoutATrace()
    {
        var path = Put(_own, Body);
        Assert.NotNull(_store.Find(Entry));
        var before = File.GetLastWriteTimeUtc(path);
        File.WriteAllBytes(path, Other);
        File.SetLastWriteTimeUtc(path, before);
        Assert.Equal(ModelStateKind.Installed, _store.Look(Entry).Kind);
        Assert.Equal(ModelStateKind.Damaged, (await _store.VerifyAsync(Entry)).Kind);
        Assert.Null(_store.Find(Entry));
    }

    [Fact]
    public void Remove_TakesTheOwnFileAndItsPart_AndLeavesTheOffered()
    {
        var own = Put(_own, Body);
        File.WriteAllBytes(own + ".part", Body[..10]);
        var offered = Put(_offered, Body);
        Assert.True(_store.Remove(Entry));
        Assert.False(File.Exists(own) || File.Exists(own + ".part"));
        Assert.Equal(offered, _store.Find(Entry));
        Assert.False(_store.Remove(Entry));
    }

    private ModelStore NewStore() => new(new ModelFolders(_own.Path, _offered.Path));

    private static string Put(TestFolder folder, byte[] content)
    {
        var path = Path.Combine(folder.Path, Entry.File);
        File.WriteAllBytes(path, content);
        return path;
    }
}
