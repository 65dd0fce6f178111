using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class SearchTests
{
    private static readonly string[] Billing = ["thank you for calling how can i help", "i am so worried about my bills", "you need to calm down"];
    private static readonly string[] Named = ["may i have your name", "dana fowler", "thank you dana the parking is free"];

    [FfmpegTheory, OnSqlite, OnPostgreSql]
    public async Task Words_AreFoundInAnyForm_WithTheLinesAround_InTheCallThatHoldsThem(string store)
    {
        using var kept = TestStore.Create(store);
        using var room = await RoomAsync(kept, [.. Billing, .. Named]);
        var bills = await room.TakeInAsync(MadeSound.TwoSided(), "bills.wav");
        await room.TakeInAsync(Other(), "names.wav");

        var found = await SearchAsync(room, "words=worried+bill");

        var hit = Assert.Single(found.Hits);
        Assert.Equal((1, 0, null), (found.Calls, found.NotYet, found.Next));
        Assert.Equal((bills.Id, "bills.wav", "Billing"), (hit.ReviewId, hit.FileName, hit.Queue));
        Assert.Equal(("thank you for calling how can i help", "i am so worried about my bills", "you need to calm down"), (hit.Before?.Text, hit.Line?.Text, hit.After?.Text));
        Assert.Equal((Speaker.Caller, hit.AtMs), (hit.Line!.Speaker, hit.Line.StartMs));
        Assert.Empty((await SearchAsync(room, "words=worried+parking")).Hits);
        Assert.Empty((await SearchAsync(room, "words=\"bills worried\"")).Hits);
        Assert.Single((await SearchAsync(room, "words=\"so worried\"")).Hits);
    }

    [FfmpegFact]
    public async Task Recording_IsInTheIndexOnceItIsReady()
    {
        using var room = await RoomAsync(null, Billing);
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        await using var db = Db(room);
        Assert.Equal(SearchIndexer.Version, (await db.SearchedCalls.SingleAsync(row => row.RecordedCallId == review.Id)).Version);
        Assert.NotEqual(0, await db.SearchWords.CountAsync(row => row.RecordedCallId == review.Id));
    }

    [FfmpegFact]
    public async Task Names_AreNotFound_AndNoWordStandsInTheIndex()
    {
        using var room = await RoomAsync(null, Named);
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        var dana = await SearchAsync(room, "words=dana");
        var parking = await SearchAsync(room, "words=parking");

        Assert.Empty(dana.Hits);
        Assert.Equal("thank you [name] the parking is free", Assert.Single(parking.Hits).Line?.Text);
        await using var db = Db(room);
        var kept = await db.SearchWords.Where(row => row.RecordedCallId == review.Id).Select(row => row.Word).ToListAsync();
        var key = room.Server.Services.GetRequiredService<SearchKey>();
        var (said, name) = (SearchTerms.Forms("parking"), SearchTerms.Forms("dana"));
        Assert.Contains(key.Of(DemoAccounts.Riverside, said)[0], kept);
        Assert.DoesNotContain(key.Of(DemoAccounts.Riverside, name)[0], kept);
        Assert.NotEqual(key.Of(DemoAccounts.Riverside, said)[0], key.Of(DemoAccounts.Hillcrest, said)[0]);
    }

    [FfmpegFact]
    public async Task CorrectedLine_IsFoundByItsNewWords_AndNoLongerByItsOld()
    {
        using var room = await RoomAsync(null, Billing);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        Assert.Single((await SearchAsync(room, "words=worried")).Hits);
        var line = (await room.Coach.GetAsync<ReviewReading>($"/api/reviews/{review.Id}/reading")).Lines[1];

        using var corrected = await room.Coach.Http.PutAsJsonAsync(
            $"/api/reviews/{review.Id}/lines/{line.Number}", new CorrectLine("i am so annoyed about my pills", Speaker.Caller, line.StartMs, line.EndMs, 0), Json.Options);

        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Single((await SearchAsync(room, "words=annoyed")).Hits);
        Assert.Empty((await SearchAsync(room, "words=worried")).Hits);
    }

    [FfmpegFact]
    public async Task RemovedRecording_LeavesNothingInTheIndex()
    {
        using var room = await RoomAsync(null, Billing);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        Assert.Single((await SearchAsync(room, "words=worried")).Hits);

        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{review.Id}");

        Assert.Empty((await SearchAsync(room, "words=worried")).Hits);
        await using var db = Db(room);
        Assert.Equal((0, 0, 0), (await db.SearchedCalls.CountAsync(), await db.SearchWords.CountAsync(), await db.SearchMoments.CountAsync()));
    }

    [FfmpegTheory, OnSqlite, OnPostgreSql]
    public async Task Moments_AreFoundByKind_AndTheWorstComeFirst(string store)
    {
        using var kept = TestStore.Create(store);
        using var room = await RoomAsync(kept, [.. Billing, .. Named]);
        await room.TakeInAsync(MadeSound.TwoSided(), "bills.wav");
        await room.TakeInAsync(Other(), "names.wav");

        var worst = await SearchAsync(room, "order=worst");
        var avoided = await SearchAsync(room, "moment=phraseToAvoid");
        var avoidedWords = await SearchAsync(room, "moment=phraseToAvoid&words=worried");
        var asked = await SearchAsync(room, "moment=identityChecked");

        Assert.NotEmpty(worst.Hits);
        var badness = worst.Hits.Select(hit => Badness.Of(hit.Mark!, hit.Line?.Speaker)).ToList();
        Assert.Equal(badness.OrderDescending(), badness);
        Assert.All(badness, bad => Assert.True(bad > 0));
        Assert.Equal("you need to calm down", Assert.Single(avoided.Hits).Line?.Text);
        Assert.Empty(avoidedWords.Hits);
        Assert.Equal("names.wav", Assert.Single(asked.Hits).FileName);
    }

    [FfmpegFact]
    public async Task Filters_NarrowByStaffQueueDayAndScore()
    {
        using var room = await RoomAsync(null, Billing);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        var day = Uri.EscapeDataString(review.UploadedAt.AddHours(-1).ToString("O"));
        var later = Uri.EscapeDataString(review.UploadedAt.AddHours(1).ToString("O"));
        var hit = Assert.Single((await SearchAsync(room, $"words=worried&queue=Billing&from={day}&to={later}")).Hits);

        Assert.Empty((await SearchAsync(room, "words=worried&queue=Nobody")).Hits);
        Assert.Empty((await SearchAsync(room, $"words=worried&from={later}")).Hits);
        Assert.Empty((await SearchAsync(room, $"words=worried&to={day}")).Hits);
        Assert.Empty((await SearchAsync(room, $"words=worried&staffId={Guid.NewGuid()}")).Hits);
        // Six seconds are too short to be scored.
        Assert.Null(hit.Overall);
        Assert.Empty((await SearchAsync(room, "words=worried&leastScore=0")).Hits);
        await using var db = Db(room);
        db.Entry(await db.SearchedCalls.SingleAsync()).Property(row => row.Overall).CurrentValue = 62;
        await db.SaveChangesAsync();
        Assert.Equal(62, Assert.Single((await SearchAsync(room, "words=worried&leastScore=62&mostScore=62")).Hits).Overall);
        Assert.Empty((await SearchAsync(room, "words=worried&mostScore=61")).Hits);
        Assert.Empty((await SearchAsync(room, "words=worried&leastScore=63")).Hits);
    }

    [FfmpegFact]
    public async Task WhatWasFound_IsWrittenDown_AndAnotherOrganisationFindsNothing()
    {
        using var room = await RoomAsync(null, Billing);
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        Assert.Single((await SearchAsync(room, "words=worried")).Hits);

        Assert.Single(await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={review.Id}"), line => line.Deed == ReviewDeed.Found);
        await using var theirs = room.Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Hillcrest);
        Assert.Equal(0, await theirs.SearchWords.CountAsync());
    }

    [ServerTheory]
    [InlineData("words=the+and+you")]
    [InlineData("words=%3F%21")]
    [InlineData("words=a+b+c+d+e+f+g+h+i+j+k+l+m")]
    [InlineData("leastScore=101")]
    [InlineData("order=worst&before=nonsense")]
    [InlineData("moment=3")]
    public async Task BadSearch_IsRefused(string search)
    {
        using var room = await ReviewRoom.OpenAsync();

        using var response = await room.Coach.Http.GetAsync($"/api/reviews/search?{search}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static byte[] Other() => MadeSound.Stereo(MadeSound.Speaking(6, 0, 4), MadeSound.Speaking(6, 2));

    private static Task<ReviewRoom> RoomAsync(TestStore? store, IReadOnlyList<string> says) => ReviewRoom.OpenAsync(store, new CountingRecogniser { Says = says });

    private static Task<SearchPage> SearchAsync(ReviewRoom room, string search) => room.Coach.GetAsync<SearchPage>($"/api/reviews/search?{search}");

    private static TrainingDb Db(ReviewRoom room) => room.Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside);
}
