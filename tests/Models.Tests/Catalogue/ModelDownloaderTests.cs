using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class ModelDownloaderTests : IDisposable
{
    private static readonly byte[] Body = TestModels.Content();
    private static readonly byte[] Other = TestModels.Content(seed: 8);

    private readonly TestFolder _folder = new();
    private readonly ImpatientClock _clock = new(TimeSpan.FromMinutes(10));
    private readonly WatchedProgress _progress = new();
    private readonly ModelStore _store;

    public ModelDownloaderTests() => _store = new ModelStore(new ModelFolders(_folder.Path));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Download_Whole_IsInstalledAndLeavesNothingElse()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url());
        var path = await DownloadAsync(entry);
        Assert.Equal(Body, await File.ReadAllBytesAsync(path));
        Assert.Equal(path, _store.Find(entry));
        Assert.Equal(["test-model.bin", "test-model.bin.lock", "verified.json"], Files());
        Assert.Equal(Body.Length, _progress.All[^1].DoneBytes);
        Assert.Equal(ModelPhase.Verifying, _progress.All[^1].Phase);
    }

    [Fact]
    public async Task Download_OfWhatIsThere_AsksNobody()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url());
        await DownloadAsync(entry);
        await DownloadAsync(entry);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Download_BrokenOff_GoesOnWhereItStopped()
    {
        await using var server = new ModelServer(Answers.BreakOff(Body, 100_000), Answers.BreakOff(Body, 50_000), Answers.Good(Body));
        var path = await DownloadAsync(TestModels.Entry(Body, server.Url()));
        Assert.Equal(Body, await File.ReadAllBytesAsync(path));
        Assert.Equal([null, "bytes=100000-", "bytes=150000-"], server.Requests.Select(request => ModelServer.Header(request, "Range")));
        Assert.Equal([null, "\"v1\"", "\"v1\""], server.Requests.Select(request => ModelServer.Header(request, "If-Range")));
        Assert.Contains(_progress.All, value => value is { Phase: ModelPhase.Waiting, Says.Length: > 0 });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("W/\"weak\"")]
    public async Task Resume_WithoutAStrongVersion_AsksForTheRangeAlone(string? etag)
    {
        await using var server = new ModelServer(Answers.BreakOff(Body, 100_000, etag), Answers.Good(Body, etag));
        await DownloadAsync(TestModels.Entry(Body, server.Url()));
        Assert.Equal("bytes=100000-", ModelServer.Header(server.Requests[1], "Range"));
        Assert.Null(ModelServer.Header(server.Requests[1], "If-Range"));
    }

    [Fact]
    public async Task Cancel_KeepsThePart_AndTheNextDownloadGoesOn()
    {
        await using var server = new ModelServer(Answers.Stall(Body, 100_000), Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url());
        using var stopping = new CancellationTokenSource();
        var first = DownloadAsync(entry, cancel: stopping.Token);
        await _progress.Bytes(1);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var state = _store.Look(entry);
        Assert.Equal(ModelStateKind.Partial, state.Kind);
        Assert.Null(_store.Find(entry));

        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(entry)));
        Assert.Equal($"bytes={state.Bytes}-", ModelServer.Header(server.Requests[1], "Range"));
    }

    [Fact]
    public async Task Resume_AnsweredWithTheWhole_BeginsAnew()
    {
        await using var server = new ModelServer(Answers.BreakOff(Other, 100_000), Answers.Whole(Body, "\"v2\""));
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(TestModels.Entry(Body, server.Url()))));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Resume_ThatCannotBeSatisfied_BeginsAnew()
    {
        await using var server = new ModelServer(Answers.BreakOff(Body, 100_000), Answers.Status("416 Range Not Satisfiable", "Content-Range: bytes */10"), Answers.Good(Body));
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(TestModels.Entry(Body, server.Url()))));
        Assert.Null(ModelServer.Header(server.Requests[2], "Range"));
    }

    [Theory]
    [InlineData("bytes 100000-299999/999999")]
    [InlineData("bytes 0-199999/300000")]
    public async Task Resume_WithARangeThatDoesNotFit_BeginsAnew(string contentRange)
    {
        await using var server = new ModelServer(Answers.BreakOff(Body, 100_000), Answers.Partial(Body[100_000..], contentRange), Answers.Good(Body));
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(TestModels.Entry(Body, server.Url()))));
        Assert.Null(ModelServer.Header(server.Requests[2], "Range"));
    }

    [Fact]
    public async Task Resume_OfAPartThatWasAnotherFile_FetchesTheWholeOnceMore()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url());
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, entry.File + ".part"), Other[..100_000]);
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(entry)));
        Assert.Equal(["bytes=100000-", null], server.Requests.Select(request => ModelServer.Header(request, "Range")));
    }

    [Fact]
    public async Task APartThatIsWhole_IsVerifiedWithoutAsking()
    {
        await using var server = new ModelServer(Answers.Status("500 Broken"));
        var entry = TestModels.Entry(Body, server.Url());
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, entry.File + ".part"), Body);
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(entry)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task WrongBody_IsThrownAwayAndSaid()
    {
        await using var server = new ModelServer(Answers.Good(Other));
        var entry = TestModels.Entry(Body, server.Url());
        Assert.Equal(ModelFailures.WrongHash, (await FailsAsync(entry)).Code);
        Assert.Equal(["test-model.bin.lock"], Files());
        Assert.Single(server.Requests);
        Assert.Null(_store.Find(entry));
    }

    [Fact]
    public async Task AnotherLength_IsRefusedBeforeAnythingIsWritten()
    {
        await using var server = new ModelServer(Answers.Whole(TestModels.Content(1000)));
        var failure = await FailsAsync(TestModels.Entry(Body, server.Url()));
        Assert.Equal(ModelFailures.WrongSize, failure.Code);
        Assert.Contains("1,000", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["test-model.bin.lock"], Files());
    }

    [Fact]
    public async Task MoreThanStated_IsNeverWritten()
    {
        await using var server = new ModelServer(Answers.Chunked([.. Body, .. Other]));
        Assert.Equal(ModelFailures.WrongSize, (await FailsAsync(TestModels.Entry(Body, server.Url()))).Code);
        Assert.All(_progress.All, value => Assert.True(value.DoneBytes <= Body.Length));
        Assert.Equal(["test-model.bin.lock"], Files());
    }

    [Fact]
    public async Task AServerThatEndsEarlyEachTime_IsGivenUp()
    {
        await using var server = new ModelServer(Answers.Chunked(Body[..1000]));
        Assert.Equal(ModelFailures.BrokenOff, (await FailsAsync(TestModels.Entry(Body, server.Url()))).Code);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Stall_IsGivenUpAfterTheIdleTimeout_AndGoneOnWith()
    {
        await using var server = new ModelServer(Answers.Stall(Body, 100_000), Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url());
        var download = DownloadAsync(entry);
        await _progress.Bytes(1);
        Assert.False(download.IsCompleted);
        _clock.EndLongWaits();
        Assert.Equal(Body, await File.ReadAllBytesAsync(await download));
        Assert.NotNull(ModelServer.Header(server.Requests[1], "Range"));
        Assert.Contains(_progress.All, value => value is { Phase: ModelPhase.Waiting } && value.Says!.Contains("600 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stall_BeforeTheFirstByte_IsSaid()
    {
        var connected = new TaskCompletionSource();
        await using var server = new ModelServer(async (_, _, ending) =>
        {
            connected.SetResult();
            await Task.Delay(Timeout.Infinite, ending);
        });
        var failing = FailsAsync(TestModels.Entry(Body, server.Url()), new ModelDownloadOptions { AllowLoopback = true, IdleTimeoutMs = 600_000, Tries = 1 });
        await connected.Task;
        _clock.EndLongWaits();
        Assert.Equal(ModelFailures.Stalled, (await failing).Code);
    }

    [Fact]
    public async Task IdleTime_RunsAnewWithEachByte()
    {
        var clock = new ManualTimeProvider();
        TaskCompletionSource second = new(), third = new();
        await using var server = new ModelServer(Answers.Gated(Body, (1, Task.CompletedTask), (1, second.Task), (Body.Length - 2, third.Task)));
        var download = Downloader(clock, new ModelDownloadOptions { AllowLoopback = true, Tries = 1 }).DownloadAsync(TestModels.Entry(Body, server.Url()), progress: _progress);
        await _progress.Bytes(1);
        clock.AdvanceMs(20_000);
        second.SetResult();
        await _progress.Bytes(2);
        clock.AdvanceMs(20_000);
        third.SetResult();
        Assert.Equal(Body, await File.ReadAllBytesAsync(await download));
    }

    [Fact]
    public async Task Redirect_ToTheSameMachine_IsFollowedWithTheRange()
    {
        await using var server = new ModelServer(
            Answers.BreakOff(Body, 100_000), Answers.Status("302 Found", "Location: /elsewhere?signed=1"), Answers.Good(Body));
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(TestModels.Entry(Body, server.Url()))));
        Assert.StartsWith("GET /elsewhere?signed=1 ", server.Requests[2], StringComparison.Ordinal);
        Assert.Equal("bytes=100000-", ModelServer.Header(server.Requests[2], "Range"));
    }

    [Theory]
    [InlineData("http://models.invalid/model.bin")]
    [InlineData("ftp://localhost/model.bin")]
    [InlineData("file:///etc/passwd")]
    public async Task Redirect_ToWhatIsNotHttps_IsNotFollowed(string location)
    {
        await using var server = new ModelServer(Answers.Status("302 Found", $"Location: {location}"));
        Assert.Equal(ModelFailures.BadRedirect, (await FailsAsync(TestModels.Entry(Body, server.Url()))).Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirect_WithoutEnd_IsGivenUp()
    {
        await using var server = new ModelServer(Answers.Status("307 Temporary Redirect", "Location: /again"));
        Assert.Equal(ModelFailures.BadRedirect, (await FailsAsync(TestModels.Entry(Body, server.Url()))).Code);
        Assert.Equal(9, server.Requests.Count);
    }

    [Fact]
    public async Task Http_IsRefusedWhereTestsDoNotAllowIt()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        Assert.Equal(ModelFailures.BadRedirect, (await FailsAsync(TestModels.Entry(Body, server.Url()), new ModelDownloadOptions())).Code);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("404 Not Found", ModelFailures.NotFound, 1)]
    [InlineData("410 Gone", ModelFailures.NotFound, 1)]
    [InlineData("403 Forbidden", ModelFailures.Refused, 1)]
    [InlineData("407 Proxy Authentication Required", ModelFailures.ProxyRefused, 1)]
    [InlineData("204 No Content", ModelFailures.ServerError, 1)]
    [InlineData("503 Service Unavailable", ModelFailures.ServerError, 5)]
    [InlineData("429 Too Many Requests", ModelFailures.ServerError, 5)]
    public async Task AnswersThatAreNoFile_HaveTheirCodes(string status, string code, int tries)
    {
        await using var server = new ModelServer(Answers.Status(status));
        var failure = await FailsAsync(TestModels.Entry(Body, server.Url()));
        Assert.Equal(code, failure.Code);
        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public async Task Tries_AreFurtherAndFurtherApart()
    {
        await using var server = new ModelServer(Answers.Status("503 Service Unavailable"));
        await FailsAsync(TestModels.Entry(Body, server.Url()));
        Assert.Equal(4, _clock.Waits.Count);
        Assert.All(_clock.Waits.Select((wait, i) => wait.TotalMilliseconds / (500 * Math.Pow(2, i))), share => Assert.InRange(share, 0.49, 1.01));
    }

    [Fact]
    public async Task RetryAfter_IsKeptToWithinAMinute()
    {
        await using var server = new ModelServer(
            Answers.Status("503 Service Unavailable", "Retry-After: 7"), Answers.Status("503 Service Unavailable", "Retry-After: 86400"), Answers.Good(Body));
        await DownloadAsync(TestModels.Entry(Body, server.Url()));
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromMinutes(1)], _clock.Waits);
    }

    [Fact]
    public async Task NobodyThere_IsNoNetwork()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var failure = await FailsAsync(TestModels.Entry(Body, new Uri($"http://localhost:{port}/model.bin")));
        Assert.Equal(ModelFailures.NoNetwork, failure.Code);
        Assert.Contains("HTTPS_PROXY", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateThatNobodySigned_IsNotTrusted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = new ModelServer(certificate, Answers.Good(Body));
        Assert.Equal(ModelFailures.NotTrusted, (await FailsAsync(TestModels.Entry(Body, server.Url()))).Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task TooLittleRoom_IsSaidBeforeAnybodyIsAsked()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        var store = new ModelStore(new ModelFolders(_folder.Path), _ => 1_000_000);
        using var downloader = new ModelDownloader(store, _clock, Options.Create(Local), NullLogger<ModelDownloader>.Instance);
        var failure = await Assert.ThrowsAsync<ModelDownloadException>(() => downloader.DownloadAsync(TestModels.Entry(Body, server.Url())));
        Assert.Equal(ModelFailures.DiskFull, failure.Code);
        Assert.Empty(server.Requests);
    }

    [FullDiskFact]
    public async Task DiskThatFillsUp_IsSaidAtOnce()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url());
        File.CreateSymbolicLink(Path.Combine(_folder.Path, entry.File + ".part"), FullDiskFactAttribute.Device);
        Assert.Equal(ModelFailures.DiskFull, (await FailsAsync(entry)).Code);
        Assert.Single(server.Requests);
        Assert.Null(_store.Find(entry));
    }

    [Fact]
    public async Task TwoAtOnce_OneFetchesAndTheOtherIsToldSo()
    {
        var gate = new TaskCompletionSource();
        await using var server = new ModelServer(Answers.Gated(Body, (100_000, Task.CompletedTask), (200_000, gate.Task)));
        var entry = TestModels.Entry(Body, server.Url());
        var first = DownloadAsync(entry);
        await _progress.Bytes(1);
        Assert.Equal(ModelFailures.Busy, (await FailsAsync(entry)).Code);
        Assert.Equal(ModelFailures.Busy, Assert.Throws<ModelDownloadException>(() => _store.Remove(entry)).Code);
        gate.SetResult();
        await first;
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ALicenceToAccept_IsAcceptedFirst()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url(), mustAccept: true);
        var failure = await FailsAsync(entry);
        Assert.Equal(ModelFailures.LicenceNotAccepted, failure.Code);
        Assert.Contains("Be good.", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(entry, acceptLicence: true)));
    }

    [Fact]
    public async Task ADamagedFile_IsReplaced()
    {
        await using var server = new ModelServer(Answers.Good(Body));
        var entry = TestModels.Entry(Body, server.Url());
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, entry.File), Other);
        Assert.Equal(Body, await File.ReadAllBytesAsync(await DownloadAsync(entry)));
    }

    [Fact]
    public async Task AFolderThatIsAFile_IsNamed()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");
        var store = new ModelStore(new ModelFolders(Path.Combine(file, "models")));
        using var downloader = new ModelDownloader(store, _clock, Options.Create(Local), NullLogger<ModelDownloader>.Instance);
        var failure = await Assert.ThrowsAsync<ModelDownloadException>(() => downloader.DownloadAsync(TestModels.Entry(Body)));
        Assert.Equal(ModelFailures.FolderUnusable, failure.Code);
    }

    private static ModelDownloadOptions Local => new() { AllowLoopback = true, IdleTimeoutMs = 600_000 };

    private ModelDownloader Downloader(TimeProvider clock, ModelDownloadOptions options) =>
        new(_store, clock, Options.Create(options), NullLogger<ModelDownloader>.Instance);

    private async Task<string> DownloadAsync(ModelEntry entry, bool acceptLicence = false, ModelDownloadOptions? options = null, CancellationToken cancel = default)
    {
        using var downloader = Downloader(_clock, options ?? Local);
        return await downloader.DownloadAsync(entry, acceptLicence, _progress, cancel);
    }

    private Task<ModelDownloadException> FailsAsync(ModelEntry entry, ModelDownloadOptions? options = null) =>
        Assert.ThrowsAsync<ModelDownloadException>(() => DownloadAsync(entry, options: options));

    private string[] Files() => [.. Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
}
