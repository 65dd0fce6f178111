using System.Net;
using System.Net.Http.Headers;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class ReadingTests
{
    [FfmpegFact]
    public async Task Call_IsReadWithItsSpeakers_AndFollowsWhenTheSidesAreSwapped()
    {
        using var room = await ReviewRoom.OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        var before = await room.Coach.GetAsync<ReviewReading>($"/api/reviews/{review.Id}/reading");
        using var swap = await room.Coach.PostAsync($"/api/reviews/{review.Id}/swap", new { });
        var after = await room.Coach.GetAsync<ReviewReading>($"/api/reviews/{review.Id}/reading");

        Assert.Equal([Speaker.Staff, Speaker.Caller, Speaker.Staff], before.Lines.Select(line => line.Speaker));
        Assert.Equal([Speaker.Caller, Speaker.Staff, Speaker.Caller], after.Lines.Select(line => line.Speaker));
        Assert.Equal("words two", before.Lines[1].Text);
        Assert.Equal(2, before.Debrief!.Numbers.TraineeUtterances);
        Assert.Equal(1, after.Debrief!.Numbers.TraineeUtterances);
    }

    [FfmpegFact]
    public async Task OneUnknownSpeaker_IsReadWithoutADebrief()
    {
        using var room = await ReviewRoom.OpenAsync();
        var review = await room.TakeInAsync(WavFile.ToBytes(MadeSound.Speaking(12, 0, 10)), "mono.wav");

        var reading = await room.Coach.GetAsync<ReviewReading>($"/api/reviews/{review.Id}/reading");

        Assert.Null(reading.Debrief);
        Assert.All(reading.Lines, line => Assert.Equal(Speaker.Unknown, line.Speaker));
        Assert.Equal(ReviewMarkKind.DeadAir, Assert.Single(reading.Marks).Kind);
    }

    [FfmpegFact]
    public async Task Sound_IsServedFromAnyPlace_AsItWasRecorded_AndKeptInNoCache()
    {
        using var room = await ReviewRoom.OpenAsync();
        var wav = MadeSound.TwoSided();
        var review = await room.TakeInAsync(wav);

        using var whole = await room.Coach.Http.GetAsync($"/api/reviews/{review.Id}/sound");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/reviews/{review.Id}/sound");
        request.Headers.Range = new RangeHeaderValue(70_000, 70_999);
        using var part = await room.Coach.Http.SendAsync(request);

        Assert.Equal("audio/wav", whole.Content.Headers.ContentType?.MediaType);
        Assert.True(whole.Headers.CacheControl?.NoStore);
        Assert.Equal(wav, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(wav.AsSpan(70_000, 1_000).ToArray(), await part.Content.ReadAsByteArrayAsync());
    }

    [FfmpegFact]
    public async Task Outline_IsLoudWhereEachSideSpeaks()
    {
        using var room = await ReviewRoom.OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        var outline = await room.Coach.GetAsync<SoundOutline>($"/api/reviews/{review.Id}/outline");

        Assert.Equal((6_000, 2, 600), (outline.DurationMs, outline.Channels.Count, outline.Channels[0].Count));
        Assert.True(outline.Channels[0][30] > 40 && outline.Channels[0][130] < 2);
        Assert.True(outline.Channels[1][30] < 2 && outline.Channels[1][130] > 40);
        // It was drawn when the sound was decoded; of an older recording it is drawn when somebody asks.
        File.Delete(Assert.Single(room.Files(), file => file.EndsWith(".outline", StringComparison.Ordinal)));
        var anew = await room.Coach.GetAsync<SoundOutline>($"/api/reviews/{review.Id}/outline");
        Assert.Equal(outline.Channels[0], anew.Channels[0]);
        Assert.Equal(outline.Channels[1], anew.Channels[1]);
    }

    [ServerFact]
    public async Task RecordingThatIsNotReady_CannotBeRead_AndSaysSo()
    {
        using var room = await ReviewRoom.OpenAsync();
        var id = (await room.BeginAsync(new byte[100])).Id;

        using var reading = await room.Coach.Http.GetAsync($"/api/reviews/{id}/reading");
        using var sound = await room.Coach.Http.GetAsync($"/api/reviews/{id}/sound");

        Assert.Equal((HttpStatusCode.Conflict, "notReady"), await TestBrowser.ProblemAsync(reading));
        Assert.Equal((HttpStatusCode.NotFound, "noSuchReview"), await TestBrowser.ProblemAsync(sound));
    }

    [Fact]
    public void BadCall_IsMarked_WhereItWentWrong()
    {
        var (debrief, marks) = Read(
            Staff(0, 2, "thank you for calling riverside how can i help you"),
            Caller(3, 9, "i am so worried i have been in pain all night and nobody called me back"),
            Staff(7, 10, "you need to calm down what is your date of birth"),
            Caller(18, 20, "third of may nineteen seventy one"),
            Staff(21, 24, "well you should have called yesterday there is nothing i can do"),
            Caller(25, 27, "this is so frustrating"),
            Staff(28, 30, "anything else"));

        Assert.True(debrief.Judged);
        AssertMark(marks, ReviewMarkKind.TalkOver, line: 3, 7_000, 9_000);
        AssertMark(marks, ReviewMarkKind.DeadAir, line: null, 10_000, 18_000);
        AssertMark(marks, ReviewMarkKind.PhraseToAvoid, line: 3, 7_000, 10_000);
        AssertMark(marks, ReviewMarkKind.PhraseToAvoid, line: 5, 21_000, 24_000);
        AssertMark(marks, ReviewMarkKind.EmpathyMissed, line: 2, 3_000, 9_000);
        AssertMark(marks, ReviewMarkKind.IdentityChecked, line: 3, 7_000, 10_000);
        Assert.Equal(marks.OrderBy(mark => mark.StartMs), marks);
        Assert.All(marks.Where(mark => mark.Kind is ReviewMarkKind.PhraseToAvoid or ReviewMarkKind.EmpathyMissed), mark => Assert.False(string.IsNullOrEmpty(mark.Better)));
    }

    [Fact]
    public void IrritationThatComesAgain_AfterStaffHasSpoken_IsMarkedAsRising()
    {
        var (_, marks) = Read(
            Staff(0, 2, "thank you for calling riverside how can i help you"),
            Caller(3, 6, "this is so frustrating"),
            Caller(7, 9, "i am really annoyed"),
            Staff(10, 12, "what is your date of birth"),
            Caller(13, 15, "third of may nineteen seventy one"),
            Staff(16, 18, "one moment please"),
            Caller(19, 22, "i am furious about this bill"),
            Staff(23, 25, "anything else"));

        var mark = Assert.Single(marks, mark => mark.Kind == ReviewMarkKind.RisingIrritation);
        Assert.Equal(7, mark.Line);
        Assert.Contains("First at 0:03", mark.Text, StringComparison.Ordinal);
        Assert.NotNull(mark.Better);
        Assert.DoesNotContain(marks, other => other.Kind == ReviewMarkKind.FeelingShown && other.Line == 7);
    }

    [Fact]
    public void GoodCall_ScoresAboveABadOne_AndIsNotMarkedWithFaults()
    {
        var (good, marks) = Read(
            Staff(0, 3, "good morning thank you for calling this is sam how can i help you"),
            Caller(4, 8, "i am so worried about my test results"),
            Staff(9, 14, "i am so sorry that must be really worrying let me look into that for you right now"),
            Caller(15, 16, "thank you"),
            Staff(17, 21, "may i have your full name and your date of birth please"),
            Caller(22, 25, "dana fowler third of may nineteen seventy one"),
            Staff(26, 32, "thank you dana the doctor will call you before five today is there anything else i can help you with"),
            Caller(33, 34, "no that is great"),
            Staff(35, 37, "thank you for calling have a good day"));
        var (bad, _) = Read(
            Staff(0, 2, "what do you want"),
            Caller(3, 8, "i am so worried about my test results"),
            Staff(14, 16, "calm down i already told you that is not my job"),
            Caller(17, 19, "this is so frustrating"),
            Staff(20, 23, "there is nothing i can do you should have called"),
            Caller(24, 25, "oh"),
            Staff(26, 27, "yeah bye"));

        Assert.True(good.Overall >= bad.Overall + 15, $"{good.Overall} and {bad.Overall}");
        Assert.DoesNotContain(marks, mark => mark.Kind is ReviewMarkKind.TalkOver or ReviewMarkKind.DeadAir or ReviewMarkKind.PhraseToAvoid or ReviewMarkKind.EmpathyMissed or ReviewMarkKind.Curt);
        Assert.Contains(marks, mark => mark.Kind == ReviewMarkKind.FeelingShown && mark.Line == 2);
    }

    [Fact]
    public void WhatOnlyAScenarioCouldTell_IsLeftUnjudged()
    {
        var (debrief, _) = Read(
            Staff(0, 4, "thank you for calling how can i help you"), Caller(5, 10, "i need an appointment"),
            Staff(11, 15, "may i have your full name"), Caller(16, 20, "dana fowler"), Staff(21, 27, "i can offer you monday at nine"));

        var solving = debrief.Categories.Single(category => category.Category == ScoringCategory.ProblemSolving);
        Assert.Equal((OutcomeStatus.NotJudged, null, 0), (debrief.Outcome.Status, solving.Score, solving.Observations.Count));
        Assert.Equal(6, debrief.Categories.Count);
        Assert.NotNull(debrief.Overall);
        Assert.DoesNotContain(debrief.Improvements, improvement => improvement.Category == ScoringCategory.ProblemSolving);
    }

    [Fact]
    public void ShortOverlap_AndABackchannel_AreNoTalkOver()
    {
        var (_, marks) = Read(
            Staff(0, 5, "thank you for calling how can i help you"), Caller(4.7, 9, "i need an appointment please for my son"),
            Staff(6, 7, "mm-hm"), Staff(10, 14, "may i have your full name"), Caller(15, 20, "dana fowler"), Staff(21, 25, "thank you"));

        Assert.DoesNotContain(marks, mark => mark.Kind == ReviewMarkKind.TalkOver);
    }

    [Fact]
    public void OneChannel_BringsNeitherPraiseNorPoints_ForLettingTheCallerFinish_AndSaysWhy()
    {
        ReviewLine[] patient =
        [
            Staff(0, 4, "thank you for calling how can i help you"), Caller(5, 10, "i need an appointment"), Staff(11, 15, "may i have your full name"), Caller(16, 20, "dana fowler"),
            Staff(21, 25, "and your date of birth"), Caller(26, 30, "march the second"), Staff(31, 35, "i can offer you monday at nine"),
        ];
        ReviewLine[] hasty = [.. patient[..^1], Staff(27, 33, "i can offer you monday at nine")];

        var (two, one) = (Timing(twoSided: true, patient), Timing(twoSided: false, patient));
        var (twoHasty, oneHasty) = (Timing(twoSided: true, hasty), Timing(twoSided: false, hasty));

        Assert.Equal([5], two.Score.Observations.Where(seen => seen.Driver == ScoreDriver.Interruptions).Select(seen => seen.Impact));
        Assert.Equal([-5], twoHasty.Score.Observations.Where(seen => seen.Driver == ScoreDriver.Interruptions).Select(seen => seen.Impact));
        Assert.All(new[] { one, oneHasty }, call => Assert.DoesNotContain(call.Score.Observations, seen => seen.Driver == ScoreDriver.Interruptions));
        Assert.Equal((two.Score.Score - 5, twoHasty.Score.Score + 5), (one.Score.Score, oneHasty.Score.Score));
        Assert.Contains("Not measured: whether you let them finish. In one channel", one.Score.Because, StringComparison.Ordinal);
        Assert.DoesNotContain("Not measured", two.Score.Because, StringComparison.Ordinal);
        Assert.DoesNotContain("et them finish", string.Concat(one.Debrief.Strengths.Select(strength => strength.Text).Concat(oneHasty.Debrief.Improvements.Select(improvement => improvement.Text))), StringComparison.Ordinal);
        Assert.Equal((true, false), (two.Debrief.Numbers.OverlapsMeasured, one.Debrief.Numbers.OverlapsMeasured));
        Assert.Contains(one.Debrief.Notes, note => note.Contains("one channel", StringComparison.Ordinal));

        static (Debrief Debrief, CategoryScore Score) Timing(bool twoSided, ReviewLine[] said)
        {
            var (debrief, _) = Read(twoSided, said);
            return (debrief, debrief.Categories.Single(category => category.Category == ScoringCategory.Timing));
        }
    }

    private static (Debrief Debrief, IReadOnlyList<ReviewMark> Marks) Read(params ReviewLine[] said) => Read(twoSided: true, said);

    private static (Debrief Debrief, IReadOnlyList<ReviewMark> Marks) Read(bool twoSided, ReviewLine[] said)
    {
        var lines = said.Select((line, i) => line with { Number = i + 1 }).ToList();
        var silences = MomentFinder.Silences(lines);
        var analysis = new RuleUtteranceAnalysis();
        var debrief = new ReviewDebrief(new DebriefWriter(analysis)).Write(Guid.NewGuid(), lines[^1].EndMs, lines, silences, twoSided);
        return (debrief, new MomentFinder(analysis).Find(lines, silences, debrief));
    }

    private static ReviewLine Staff(double from, double to, string text) => new(0, Speaker.Staff, (int)(from * 1_000), (int)(to * 1_000), text, 0.9, []);

    private static ReviewLine Caller(double from, double to, string text) => new(0, Speaker.Caller, (int)(from * 1_000), (int)(to * 1_000), text, 0.9, []);

    private static void AssertMark(IReadOnlyList<ReviewMark> marks, ReviewMarkKind kind, int? line, int startMs, int endMs) =>
        Assert.True(marks.Any(mark => (mark.Kind, mark.Line, mark.StartMs, mark.EndMs) == (kind, line, startMs, endMs)),
            $"No {kind} at {startMs} in: {string.Join("; ", marks.Select(mark => $"{mark.Kind} {mark.Line} {mark.StartMs}-{mark.EndMs}"))}");
}
