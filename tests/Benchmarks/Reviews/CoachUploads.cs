using System.Net.Http.Headers;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>A coach who uploads recordings as the browser does, in pieces.</summary>
internal sealed class CoachUploads : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private readonly TestBrowser _coach;
    private readonly UploadRules _rules;

    private CoachUploads(TestBrowser coach, UploadRules rules) => (_coach, _rules) = (coach, rules);

    public static async Task<CoachUploads> SignInAsync(Uri server)
    {
        var coach = new TestBrowser(server);
        await coach.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed.First(account => account.Role == Role.Coach).Email));
        return new CoachUploads(coach, await coach.GetAsync<UploadRules>("/api/reviews/rules"));
    }

    /// <returns>Its id, once all of it has arrived.</returns>
    public async Task<Guid> SendAsync(ReadOnlyMemory<byte> file, string name, CancellationToken cancellationToken)
    {
        using var announced = await _coach.PostAsync("/api/reviews", new BeginUpload(name, file.Length, null, null, "Front desk", ConsentNoted: true));
        announced.EnsureSuccessStatusCode();
        var id = (await TestBrowser.ReadAsync<ReviewSummary>(announced)).Id;
        for (var at = 0; at < file.Length; at += _rules.PieceBytes)
        {
            using var piece = new ReadOnlyMemoryContent(file.Slice(at, Math.Min(_rules.PieceBytes, file.Length - at)));
            piece.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var sent = await _coach.Http.PutAsync($"/api/reviews/{id}/content?offset={at}", piece, cancellationToken);
            sent.EnsureSuccessStatusCode();
        }
        return id;
    }

    public Task<ReviewSummary> GetAsync(Guid id) => _coach.GetAsync<ReviewSummary>($"/api/reviews/{id}");

    /// <summary>Waits until the queue is through with it.</summary>
    public async Task<ReviewSummary> ReadyAsync(Guid id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var review = await GetAsync(id);
            if (review.Status is ReviewStatus.Ready)
            {
                return review;
            }
            if (review.Status is ReviewStatus.Failed)
            {
                throw new InvalidOperationException($"The recording could not be worked through: {review.Problem}");
            }
            await Task.Delay(LookAgain, cancellationToken);
        }
    }

    public async Task RemoveAsync(Guid id)
    {
        using var removed = await _coach.Http.DeleteAsync($"/api/reviews/{id}");
        removed.EnsureSuccessStatusCode();
    }

    public void Dispose() => _coach.Dispose();
}
