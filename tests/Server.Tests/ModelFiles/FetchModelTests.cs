using System.Net;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Models.Tests.Catalogue;
using RealtimeTraining.Server.ModelFiles;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.ModelFiles;

public sealed class FetchModelTests
{
    private static readonly byte[] Body = TestModels.Content();
    private static readonly byte[] Other = TestModels.Content(seed: 8);

    [ServerFact]
    public async Task Fetch_ToTheEnd_IsInstalledAndServesItsRole()
    {
        await using var web = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, web.Url());
        using var room = await ModelRoom.OpenAsync(entry);
        Assert.Equal(ModelStage.Missing, (await room.StandingAsync(entry)).Stage);
        Assert.Null(room.Serving(EngineRole.Recogniser));

        var standing = await room.FetchToTheEndAsync(entry);

        Assert.Equal((ModelStage.Installed, Body.Length, true), (standing.Stage, standing.Bytes, standing.Removable));
        Assert.Equal(Body, await File.ReadAllBytesAsync(room.Serving(EngineRole.Recogniser)!));
        Assert.Null(room.Serving(EngineRole.PatientWords));
        Assert.Null(room.Serving(EngineRole.Voice));
    }

    [ServerFact]
    public async Task Fetch_BrokenOff_SaysWhatToDo_AndGoesOnWhereItStopped()
    {
        await using var web = new ModelServer(Answers.BreakOff(Body, 100_000), Answers.Good(Body));
        var entry = TestModels.Entry(Body, web.Url());
        using var room = await ModelRoom.OpenAsync(entry);

        var failed = await room.FetchToTheEndAsync(entry);

        Assert.Equal((ModelStage.Failed, ModelFailures.BrokenOff, 100_000), (failed.Stage, failed.Code, failed.Bytes));
        Assert.Contains("Try again", failed.Says, StringComparison.Ordinal);
        Assert.Equal(ModelStage.Installed, (await room.FetchToTheEndAsync(entry)).Stage);
        Assert.Equal([null, "bytes=100000-"], web.Requests.Select(request => ModelServer.Header(request, "Range")));
        Assert.Equal(Body, await File.ReadAllBytesAsync(room.Serving(EngineRole.Recogniser)!));
    }

    [ServerFact]
    public async Task Fetch_OfSomethingElse_IsNeverInstalled()
    {
        await using var web = new ModelServer(Answers.Good(Other));
        var entry = TestModels.Entry(Body, web.Url());
        using var room = await ModelRoom.OpenAsync(entry);

        var failed = await room.FetchToTheEndAsync(entry);

        Assert.Equal((ModelStage.Failed, ModelFailures.WrongHash, 0), (failed.Stage, failed.Code, failed.Bytes));
        Assert.Null(room.Serving(EngineRole.Recogniser));
    }

    [ServerFact]
    public async Task Pause_KeepsWhatHasCome_AndTheNextFetchGoesOn()
    {
        await using var web = new ModelServer(Answers.Stall(Body, 100_000), Answers.Good(Body));
        var entry = TestModels.Entry(Body, web.Url());
        using var room = await ModelRoom.OpenAsync(entry);
        await room.FetchAsync(entry);
        await room.UntilAsync(entry, standing => standing is { Stage: ModelStage.Fetching, Bytes: 100_000 });

        var paused = await TestBrowser.ReadAsync<ModelStanding>(await room.PauseAsync(entry));

        Assert.Equal((ModelStage.Partial, 100_000, true), (paused.Stage, paused.Bytes, paused.Removable));
        Assert.Equal(ModelStage.Installed, (await room.FetchToTheEndAsync(entry)).Stage);
        Assert.Equal("bytes=100000-", ModelServer.Header(web.Requests[1], "Range"));
    }

    [ServerFact]
    public async Task SecondModel_WaitsForItsTurn()
    {
        await using var stuck = new ModelServer(Answers.Stall(Body, 100_000));
        await using var web = new ModelServer(Answers.Good(Other));
        var (first, second) = (TestModels.Entry(Body, stuck.Url(), "first"), TestModels.Entry(Other, web.Url(), "second"));
        using var room = await ModelRoom.OpenAsync(first, second);
        await room.FetchAsync(first);
        await room.UntilAsync(first, standing => standing is { Stage: ModelStage.Fetching, Bytes: 100_000 });

        await room.FetchAsync(second);

        Assert.Equal(ModelStage.Queued, (await room.StandingAsync(second)).Stage);
        Assert.Empty(web.Requests);
        await room.PauseAsync(first);
        await room.WhenIdleAsync();
        Assert.Equal(ModelStage.Installed, (await room.StandingAsync(second)).Stage);
    }

    [ServerFact]
    public async Task WhatWaits_CanBePaused()
    {
        await using var stuck = new ModelServer(Answers.Stall(Body, 100_000));
        var (first, second) = (TestModels.Entry(Body, stuck.Url(), "first"), TestModels.Entry(Other, stuck.Url(), "second"));
        using var room = await ModelRoom.OpenAsync(first, second);
        await room.FetchAsync(first);
        await room.UntilAsync(first, standing => standing is { Stage: ModelStage.Fetching, Bytes: 100_000 });
        await room.FetchAsync(second);

        var paused = await TestBrowser.ReadAsync<ModelStanding>(await room.PauseAsync(second));

        Assert.Equal(ModelStage.Missing, paused.Stage);
        Assert.Equal(ModelStage.Fetching, (await room.StandingAsync(first)).Stage);
        Assert.Single(stuck.Requests);
    }

    [ServerFact]
    public async Task FetchAskedForTwice_IsOneFetch_AndNothingElseCanBeDoneMeanwhile()
    {
        await using var stuck = new ModelServer(Answers.Stall(Body, 100_000));
        var entry = TestModels.Entry(Body, stuck.Url());
        using var room = await ModelRoom.OpenAsync(entry);
        await room.FetchAsync(entry);
        await room.UntilAsync(entry, standing => standing is { Stage: ModelStage.Fetching, Bytes: 100_000 });

        Assert.Equal(HttpStatusCode.Accepted, (await room.FetchAsync(entry)).StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, ModelFailures.Busy), await TestBrowser.ProblemAsync(await room.RemoveAsync(entry)));
        Assert.Equal((HttpStatusCode.Conflict, ModelFailures.NotFound), await TestBrowser.ProblemAsync(await room.VerifyAsync(entry)));
        Assert.Single(stuck.Requests);
    }

    [ServerFact]
    public async Task ServerThatStops_KeepsThePart_AndTheNextGoesOn()
    {
        using var store = TestStore.Create();
        await using var web = new ModelServer(Answers.Stall(Body, 100_000), Answers.Good(Body));
        var entry = TestModels.Entry(Body, web.Url());
        using (var before = await ModelRoom.OpenAsync(store, null, [entry]))
        {
            await before.FetchAsync(entry);
            await before.UntilAsync(entry, standing => standing is { Stage: ModelStage.Fetching, Bytes: 100_000 });
        }

        using var after = await ModelRoom.OpenAsync(store, null, [entry]);

        Assert.Equal((ModelStage.Partial, 100_000), ((await after.StandingAsync(entry)) is var left ? left.Stage : default, left.Bytes));
        Assert.Equal(ModelStage.Installed, (await after.FetchToTheEndAsync(entry)).Stage);
    }

    [ServerFact]
    public async Task LicenceThatNobodyAccepted_FetchesNothing()
    {
        await using var web = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, web.Url(), mustAccept: true);
        using var room = await ModelRoom.OpenAsync(entry);

        Assert.Equal((HttpStatusCode.Conflict, ModelFailures.LicenceNotAccepted), await TestBrowser.ProblemAsync(await room.FetchAsync(entry)));
        await room.WhenIdleAsync();
        Assert.Empty(web.Requests);

        Assert.Equal(HttpStatusCode.Accepted, (await room.FetchAsync(entry, acceptLicence: true)).StatusCode);
        await room.WhenIdleAsync();
        Assert.Equal(ModelStage.Installed, (await room.StandingAsync(entry)).Stage);
    }
}
