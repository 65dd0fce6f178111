using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>With the recogniser that is always there, on voices made by flite.</summary>
public sealed class SpokenReviewTests
{
    [FfmpegFact(Speaks = true)]
    public async Task SpokenCall_IsWrittenDown_EachPartyUnderItsOwnName()
    {
        using var server = TrainingServer.Start();
        var (left, right) = (await SayAsync("thank you for calling how can i help you", "female"), await SayAsync("i want to make an appointment for monday", "male"));
        var gap = new short[AudioFormat.Samples(1_000)];
        using var coach = await server.SignInAsync(Role.Coach);
        var wav = MadeSound.Stereo([.. gap, .. left, .. gap, .. new short[right.Length], .. gap], [.. gap, .. new short[left.Length], .. gap, .. right, .. gap]);

        using var begun = await coach.PostAsync("/api/reviews", ReviewRoom.Announced(wav));
        var id = (await TestBrowser.ReadAsync<ReviewSummary>(begun)).Id;
        using var content = new ByteArrayContent(wav);
        using var sent = await coach.Http.PutAsync($"/api/reviews/{id}/content?offset=0", content);
        ReviewSummary review;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((review = await coach.GetAsync<ReviewSummary>($"/api/reviews/{id}")).Status is not (ReviewStatus.Ready or ReviewStatus.Failed))
        {
            await Task.Delay(100, patience.Token);
        }

        Assert.Equal((ReviewStatus.Ready, "pocketsphinx", null), (review.Status, review.Engine, review.Problem));
        var reading = await coach.GetAsync<ReviewReading>($"/api/reviews/{id}/reading");
        Assert.Contains("calling", string.Join(' ', reading.Lines.Where(line => line.Speaker == Speaker.Staff).Select(line => line.Text)), StringComparison.Ordinal);
        Assert.Contains("appointment", string.Join(' ', reading.Lines.Where(line => line.Speaker == Speaker.Caller).Select(line => line.Text)), StringComparison.Ordinal);
    }

    private static async Task<short[]> SayAsync(string text, string voice)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var flite = new FliteEngine().Create(services);
        var samples = new List<short>();
        await foreach (var piece in flite.SpeakAsync(new SpeechRequest(text, voice), CancellationToken.None))
        {
            samples.AddRange(piece.Span);
        }
        await flite.DisposeAsync();
        return [.. samples];
    }
}
