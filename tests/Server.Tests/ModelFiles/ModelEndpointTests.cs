using System.Net;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Models.Tests.Catalogue;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.ModelFiles;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.ModelFiles;

public sealed class ModelEndpointTests
{
    private static readonly byte[] Body = TestModels.Content();
    private static readonly byte[] Large = TestModels.Content(400_000, seed: 9);

    [ServerFact]
    public async Task List_SaysWhatFitsThisMachineAndWhatToTake()
    {
        var small = TestModels.Entry(Body, name: "small") with { Wish = new ModelWish(1) };
        var better = TestModels.Entry(Large, name: "better") with { Wish = new ModelWish(2, Cores: 16) };
        var huge = TestModels.Entry(TestModels.Content(seed: 3), name: "huge") with { MemoryMiB = 9_000 };
        using var room = await ModelRoom.OpenAsync(small, better, huge);

        var list = await room.ListAsync();

        Assert.Equal(new ModelMachine(2, 8_000, 4_000, null), list.Machine);
        Assert.Equal((room.Folder, null), (list.Folder, list.OfferedFolder));
        Assert.Equal([("small", true, true), ("better", true, false), ("huge", false, false)], list.Models.Select(model => (model.Name, model.Fits, model.Recommended)));
        Assert.Contains("9,000 MiB", list.Models[2].Why, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task CatalogueOfTheProduct_IsListed()
    {
        using var server = TrainingServer.Start();
        using var administrator = await server.SignInAsync(Role.Administrator);

        var list = await administrator.GetAsync<ModelList>("/api/models");

        Assert.Contains(list.Models, model => model is { Role: ModelRole.Recogniser, Licence.MustAccept: false });
        Assert.Contains(list.Models, model => model is { Licence: { MustAccept: true, Note.Length: > 0 } });
        Assert.All(list.Models, model => Assert.NotEmpty(model.Why));
    }

    [ServerFact]
    public async Task Models_AreForAdministrators()
    {
        var entry = TestModels.Entry(Body);
        using var room = await ModelRoom.OpenAsync(entry);
        using var trainee = await room.Server.SignInAsync(Role.Trainee);

        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.Http.GetAsync("/api/models")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.PostAsync("/api/models/test-model/fetch", new ModelFetch(true))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.Http.DeleteAsync("/api/models/test-model/fetch")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.Http.DeleteAsync("/api/models/test-model")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.Http.PostAsync("/api/models/test-model/verify", null)).StatusCode);
    }

    [ServerTheory]
    [InlineData("whisper-enormous")]
    [InlineData("%2e%2e%2ftraining.db")]
    public async Task NameThatTheCatalogueDoesNotHave_IsNotFound(string name)
    {
        using var room = await ModelRoom.OpenAsync(TestModels.Entry(Body));

        foreach (var answer in new[]
        {
            await room.Administrator.PostAsync($"/api/models/{name}/fetch", new ModelFetch(false)),
            await room.Administrator.Http.DeleteAsync($"/api/models/{name}/fetch"),
            await room.Administrator.Http.DeleteAsync($"/api/models/{name}"),
            await room.Administrator.Http.PostAsync($"/api/models/{name}/verify", null),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "modelNotFound"), await TestBrowser.ProblemAsync(answer));
        }
    }

    [ServerFact]
    public async Task FilePutThereByHand_IsVerifiedByItselfAndThenServes()
    {
        var entry = TestModels.Entry(Body);
        using var room = await ModelRoom.OpenAsync(entry);
        var path = await room.PutAsync(entry, Body);

        // The server looks by itself after its start, which may be just now.
        var early = room.Serving(EngineRole.Recogniser);
        Assert.True(early is null || (await room.StandingAsync(entry)).Stage == ModelStage.Installed, "It served before it was verified.");
        await room.WhenIdleAsync();

        Assert.Equal(path, room.Serving(EngineRole.Recogniser));
        Assert.Equal(ModelStage.Installed, (await room.StandingAsync(entry)).Stage);
    }

    [ServerFact]
    public async Task FileOfThatNameThatIsAnother_IsDamagedAndNeverServes()
    {
        var entry = TestModels.Entry(Body);
        using var room = await ModelRoom.OpenAsync(entry);
        await room.PutAsync(entry, TestModels.Content(seed: 8));

        await room.StandingAsync(entry);
        await room.WhenIdleAsync();

        Assert.Equal(ModelStage.Damaged, (await room.StandingAsync(entry)).Stage);
        Assert.Null(room.Serving(EngineRole.Recogniser));
    }

    [ServerFact]
    public async Task Verify_FindsWhatTimeAndSizeDoNotTell()
    {
        var entry = TestModels.Entry(Body);
        using var room = await ModelRoom.OpenAsync(entry);
        Assert.Equal((HttpStatusCode.Conflict, ModelFailures.NotFound), await TestBrowser.ProblemAsync(await room.VerifyAsync(entry)));
        var path = await room.PutAsync(entry, Body);
        await room.StandingAsync(entry);
        await room.WhenIdleAsync();
        var written = File.GetLastWriteTimeUtc(path);
        await File.WriteAllBytesAsync(path, TestModels.Content(seed: 8));
        File.SetLastWriteTimeUtc(path, written);
        Assert.Equal(ModelStage.Installed, (await room.StandingAsync(entry)).Stage);

        Assert.Equal(HttpStatusCode.Accepted, (await room.VerifyAsync(entry)).StatusCode);
        await room.WhenIdleAsync();

        Assert.Equal(ModelStage.Damaged, (await room.StandingAsync(entry)).Stage);
        Assert.Null(room.Serving(EngineRole.Recogniser));
    }

    [ServerFact]
    public async Task RecommendedModel_ServesBeforeALargerOne_WhichServesWhenItIsGone()
    {
        var recommended = TestModels.Entry(Body, name: "recommended") with { Wish = new ModelWish(1) };
        var larger = TestModels.Entry(Large, name: "larger");
        var tooLarge = TestModels.Entry(TestModels.Content(500_000), name: "too-large") with { MemoryMiB = 9_000 };
        using var room = await ModelRoom.OpenAsync(recommended, larger, tooLarge);
        await room.PutAsync(recommended, Body);
        await room.PutAsync(larger, Large);
        await room.PutAsync(tooLarge, TestModels.Content(500_000));
        await room.ListAsync();
        await room.WhenIdleAsync();

        Assert.Equal(Path.Combine(room.Folder, recommended.File), room.Serving(EngineRole.Recogniser));
        var removed = await TestBrowser.ReadAsync<ModelStanding>(await room.RemoveAsync(recommended));
        Assert.Equal(ModelStage.Missing, removed.Stage);
        Assert.Equal(Path.Combine(room.Folder, larger.File), room.Serving(EngineRole.Recogniser));
        await room.RemoveAsync(larger);
        Assert.Null(room.Serving(EngineRole.Recogniser));
        Assert.Equal((HttpStatusCode.NotFound, "modelNotInstalled"), await TestBrowser.ProblemAsync(await room.RemoveAsync(larger)));
    }

    [ServerFact]
    public async Task OfferedFolder_ServesAndIsNeverTouched()
    {
        using var offered = new TestFolder();
        var entry = TestModels.Entry(Body);
        var path = Path.Combine(offered.Path, entry.File);
        await File.WriteAllBytesAsync(path, Body);
        using var room = await ModelRoom.OpenAsync(null, offered.Path, [entry]);
        await room.WhenIdleAsync();

        var list = await room.ListAsync();

        Assert.Equal((offered.Path, ModelStage.Installed, false), (list.OfferedFolder, list.Models[0].Standing.Stage, list.Models[0].Standing.Removable));
        Assert.Equal(path, room.Serving(EngineRole.Recogniser));
        Assert.Equal((HttpStatusCode.Conflict, "notOurs"), await TestBrowser.ProblemAsync(await room.RemoveAsync(entry)));
        Assert.True(File.Exists(path));
    }
}
