using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class SilencingTests
{
    [FfmpegFact]
    public async Task Sound_IsSilentWhereAnIdentifierIsSpoken_AndOnlyThere_UnlessItIsRevealed()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = ["may i have your name", "dana fowler", "thank you"] });
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var wav = MadeSound.TwoSided();
        var review = await room.TakeInAsync(wav);

        var shared = await room.Coach.Http.GetByteArrayAsync($"/api/reviews/{review.Id}/sound");
        var before = await DeedsAsync(administrator, review.Id);
        var revealed = await room.Coach.Http.GetByteArrayAsync($"/api/reviews/{review.Id}/sound?reveal=true");
        var after = await DeedsAsync(administrator, review.Id);

        Assert.Equal(wav, revealed);
        Assert.DoesNotContain(ReviewDeed.Revealed, before);
        Assert.Contains(ReviewDeed.Revealed, after);
        Assert.Equal(wav.Length, shared.Length);
        var words = (await room.LinesAsync(review.Id))[1].Words.Words;
        var (from, to) = (Place(words[0].StartMs - SilentSpans.AroundMs), Place(words[^1].EndMs + SilentSpans.AroundMs));
        Assert.All(shared[from..to], sample => Assert.Equal(0, sample));
        Assert.Equal(wav[..from], shared[..from]);
        Assert.Equal(wav[to..], shared[to..]);
        Assert.Contains(wav[from..to], sample => sample != 0);
    }

    [FfmpegFact]
    public async Task SilenceFollowsACorrection()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = ["may i have your name", "one moment", "thank you"] });
        var wav = MadeSound.TwoSided();
        var review = await room.TakeInAsync(wav);
        var before = await room.Coach.Http.GetByteArrayAsync($"/api/reviews/{review.Id}/sound");

        var line = (await room.Coach.GetAsync<LineHistory>($"/api/reviews/{review.Id}/lines/3")).Versions[^1];
        using var corrected = await room.Coach.Http.PutAsJsonAsync(
            $"/api/reviews/{review.Id}/lines/3", new CorrectLine("my name is dana fowler", line.Speaker, line.StartMs, line.EndMs, line.Version), Json.Options);
        var after = await room.Coach.Http.GetByteArrayAsync($"/api/reviews/{review.Id}/sound");

        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void LineWithoutTimes_IsSilentFromEndToEnd() =>
        Assert.Equal([new SilentSpan(850, 2_150)], SilentSpans.Of([Line(1, 1_000, 2_000, "my name is dana fowler")]));

    [Fact]
    public void WordsThatDoNotStandInTheText_AreNotTrusted() =>
        Assert.Equal([new SilentSpan(850, 2_150)], SilentSpans.Of([Line(1, 1_000, 2_000, "my name is dana", new SpokenWord("Dana", 1_800, 1_900))]));

    [Fact]
    public void AnswerToAQuestionForAName_IsSilent_AndNeighboursAreJoined() =>
        Assert.Equal([new SilentSpan(4_850, 6_350)], SilentSpans.Of(
        [
            Line(1, 0, 2_000, "what is your last name"),
            Line(2, 5_000, 6_200, "fowler dana", new SpokenWord("fowler", 5_000, 5_500), new SpokenWord("dana", 5_600, 6_200)),
        ]));

    [Fact]
    public void CallWithoutIdentifiers_IsHeardWhole() => Assert.Empty(SilentSpans.Of([Line(1, 0, 2_000, "thank you for calling how can i help you")]));

    [Fact]
    public void Silence_IsTheSame_FromWhereverItIsRead()
    {
        var sound = Enumerable.Range(0, 64_000).Select(i => (byte)(i % 255 + 1)).ToArray();
        using var whole = new SilencedStream(new MemoryStream(sound), 2, [new SilentSpan(100, 200), new SilentSpan(700, 5_000)]);
        var all = new byte[sound.Length];
        whole.ReadExactly(all);

        Assert.All(all[6_400..12_800], sample => Assert.Equal(0, sample));
        Assert.All(all[44_800..], sample => Assert.Equal(0, sample));
        Assert.Equal(sound[..6_400], all[..6_400]);
        Assert.Equal(sound[12_800..44_800], all[12_800..44_800]);
        foreach (var (from, count) in ((int, int)[])[(6_399, 3), (12_799, 2), (7_001, 7), (63_999, 1)])
        {
            var part = new byte[count];
            whole.Position = from;
            whole.ReadExactly(part);
            Assert.Equal(all[from..(from + count)], part);
        }
    }

    private static int Place(int ms) => WavHead.Bytes + AudioFormat.Samples(ms) * 2 * Pcm.BytesPerSample;

    private static async Task<List<ReviewDeed>> DeedsAsync(TestBrowser administrator, Guid id) =>
        [.. (await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={id}")).Select(line => line.Deed)];

    private static ReviewLine Line(int number, int startMs, int endMs, string text, params SpokenWord[] words) => new(number, Speaker.Caller, startMs, endMs, text, 0.9, words);
}
