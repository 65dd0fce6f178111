using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>A server with a coach signed in, and a recogniser that hears what the test knows.</summary>
internal sealed class ReviewRoom : IDisposable
{
    private ReviewRoom(TrainingServer server, TestBrowser coach, CountingRecogniser recogniser) => (Server, Coach, Recogniser) = (server, coach, recogniser);

    public TrainingServer Server { get; }

    public TestBrowser Coach { get; }

    public CountingRecogniser Recogniser { get; }

    public static async Task<ReviewRoom> OpenAsync(TestStore? store = null, CountingRecogniser? recogniser = null, params (string Name, string Value)[] settings)
    {
        recogniser ??= new CountingRecogniser();
        var server = TrainingServer.Start(new()
        {
            Store = store,
            Settings = settings.ToDictionary(setting => "Reviews:" + setting.Name, setting => (string?)setting.Value),
            Services = services => services.Replace(ServiceDescriptor.Singleton<IReadOnlyList<IEngine>>([recogniser])),
        });
        return new ReviewRoom(server, await server.SignInAsync(Role.Coach), recogniser);
    }

    public static BeginUpload Announced(byte[] file, string name = "call.wav") => new(name, file.Length, null, null, "Billing", ConsentNoted: true);

    public async Task<ReviewSummary> BeginAsync(byte[] file, string name = "call.wav", Guid? staffId = null)
    {
        using var response = await Coach.PostAsync("/api/reviews", Announced(file, name) with { StaffId = staffId });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await TestBrowser.ReadAsync<ReviewSummary>(response);
    }

    public async Task<HttpResponseMessage> SendAsync(Guid id, long offset, ReadOnlyMemory<byte> piece, TestBrowser? by = null)
    {
        using var content = new ReadOnlyMemoryContent(piece);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await (by ?? Coach).Http.PutAsync($"/api/reviews/{id}/content?offset={offset}", content);
    }

    /// <summary>Uploads a file whole and waits until the queue is done with it.</summary>
    /// <param name="staffId">Who took the call; null: not said.</param>
    public async Task<ReviewSummary> TakeInAsync(byte[] file, string name = "call.wav", Guid? staffId = null)
    {
        var begun = await BeginAsync(file, name, staffId);
        for (var at = 0; at < file.Length; at += 1 << 20)
        {
            using var sent = await SendAsync(begun.Id, at, file.AsMemory(at, Math.Min(1 << 20, file.Length - at)));
            Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        }
        return await SettledAsync(begun.Id);
    }

    public Task<ReviewSummary> GetAsync(Guid id) => Coach.GetAsync<ReviewSummary>($"/api/reviews/{id}");

    /// <summary>Waits until it is ready or has failed.</summary>
    public Task<ReviewSummary> SettledAsync(Guid id) => UntilAsync(id, review => review.Status is ReviewStatus.Ready or ReviewStatus.Failed);

    public async Task<ReviewSummary> UntilAsync(Guid id, Func<ReviewSummary, bool> ready)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var review = await GetAsync(id);
            if (ready(review))
            {
                return review;
            }
            await Task.Delay(20, patience.Token);
        }
    }

    public async Task<IReadOnlyList<(RecordedLineRow Row, SpokenWords Words)>> LinesAsync(Guid id)
    {
        await using var db = Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside);
        return await RecordedLines.LoadAsync(db, Server.Services.GetRequiredService<RecordingVault>(), id, CancellationToken.None);
    }

    /// <summary>Every file that is kept of recordings.</summary>
    public IReadOnlyList<string> Files()
    {
        var folder = Path.Combine(Server.Store.DataFolder, "reviews");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    /// <summary>Those that hold sound.</summary>
    public IReadOnlyList<string> Sounds() => [.. Files().Where(file => file.EndsWith(".sound", StringComparison.Ordinal))];

    public void Dispose()
    {
        Coach.Dispose();
        Server.Dispose();
    }
}
