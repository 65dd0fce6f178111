using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// Fetches models: resumes what was broken off, verifies size and SHA-256, and puts the file in its place in one step, so
/// that nothing half-installed is ever loaded. Uses the proxy that HTTPS_PROXY, ALL_PROXY and NO_PROXY name. Thread-safe: one
/// for the whole process; of several who want the same model one fetches it and the others are told that it is busy.
/// </summary>
public sealed partial class ModelDownloader : IDisposable
{
    private const long WorthMore = 1 << 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ModelStore _store;
    private readonly TimeProvider _clock;
    private readonly ModelDownloadOptions _options;
    private readonly ILogger<ModelDownloader> _log;
    private readonly HttpMessageInvoker _http;

    public ModelDownloader(ModelStore store, TimeProvider clock, IOptions<ModelDownloadOptions> options, ILogger<ModelDownloader> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_store, _clock, _options, _log) = (store, clock, options.Value, log);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            // Each address is looked at before it is followed.
            AllowAutoRedirect = false,
            UseCookies = false,
            // What is refused is not read to its end.
            MaxResponseDrainSize = 0,
            UseProxy = !_options.AllowLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // Name servers may send elsewhere tomorrow; this object lives as long as the server.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
    }

    /// <returns>The path of the verified file; at once when it is there already.</returns>
    /// <param name="acceptLicence">A person has read the licence's note and agrees. Matters only where the licence has to be accepted.</param>
    /// <param name="progress">Called on the thread that fetches, at most five times a second.</param>
    /// <exception cref="ModelDownloadException">With a stable code, and a sentence that says what to do.</exception>
    /// <exception cref="OperationCanceledException">What has come so far is kept, and gone on with the next time.</exception>
    public async Task<string> DownloadAsync(
        ModelEntry entry, bool acceptLicence = false, IProgress<ModelProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (await FindAsync(entry, progress, cancel).ConfigureAwait(false) is { } there)
        {
            return there;
        }
        LicenceCheck.Need(entry, acceptLicence);
        using var held = _store.Hold(entry);
        if (_store.Find(entry) is { } meanwhile)
        {
            return meanwhile;
        }
        var part = new PartFile(_store.OwnPath(entry) + ModelFiles.Part, _store.Folders.Own);
        if (part.Length > entry.Bytes)
        {
            part.Delete();
        }
        _store.CheckRoom(entry, entry.Bytes - part.Length);
        var meter = new TransferMeter(entry, progress, _clock);
        var goneOn = part.Length > 0;
        LogBegin(entry.Name, part.Length, entry.Bytes);
        await FetchAsync(entry, part, meter, cancel).ConfigureAwait(false);
        if (!await IsRightAsync(entry, part, meter, cancel).ConfigureAwait(false))
        {
            part.Delete();
            if (!goneOn)
            {
                throw WrongHash(entry);
            }
            // The beginning may be of another version, or of a disk that lost power: once more, from the start.
            LogAnew(entry.Name);
            await FetchAsync(entry, part, meter, cancel).ConfigureAwait(false);
            if (!await IsRightAsync(entry, part, meter, cancel).ConfigureAwait(false))
            {
                part.Delete();
                throw WrongHash(entry);
            }
        }
        var path = _store.Install(entry, part.Path);
        part.ForgetEtag();
        LogDone(entry.Name, entry.Bytes);
        return path;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string?> FindAsync(ModelEntry entry, IProgress<ModelProgress>? progress, CancellationToken cancel)
    {
        var state = _store.Look(entry);
        if (state.Kind == ModelStateKind.Unverified)
        {
            state = await _store.VerifyAsync(entry, progress, cancel).ConfigureAwait(false);
        }
        return state.Kind == ModelStateKind.Installed ? state.Path : null;
    }

    private async Task FetchAsync(ModelEntry entry, PartFile part, TransferMeter meter, CancellationToken cancel)
    {
        var transfer = new ModelTransfer(_http, _options, _clock);
        var (failures, furthest) = (0, part.Length);
        while (part.Length < entry.Bytes)
        {
            try
            {
                await transfer.RunAsync(entry, part, meter, cancel).ConfigureAwait(false);
            }
            catch (ModelDownloadException e) when (e.MayPass)
            {
                var reached = part.Length;
                if (reached >= furthest + WorthMore)
                {
                    (failures, furthest) = (0, reached);
                }
                if (++failures >= _options.Tries)
                {
                    throw;
                }
                var wait = e.After ?? BackOff(failures);
                LogAgain(entry.Name, e.Code, reached, wait.TotalSeconds);
                meter.Wait(reached, e.Message);
                await Task.Delay(wait, _clock, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Doubled each time; half of it is chance, so that machines that failed together do not come back together.</summary>
    private TimeSpan BackOff(int failures)
    {
        var whole = Math.Min(LongestWait.TotalMilliseconds, _options.FirstWaitMs * Math.Pow(2, failures - 1));
        return TimeSpan.FromMilliseconds(whole * (0.5 + Random.Shared.NextDouble() / 2));
    }

    private async Task<bool> IsRightAsync(ModelEntry entry, PartFile part, TransferMeter meter, CancellationToken cancel)
    {
        try
        {
            return await FileHash.OfAsync(part.Path, meter.Verify, cancel).ConfigureAwait(false) == entry.Sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.Name(e, _store.Folders.Own);
        }
    }

    private static ModelDownloadException WrongHash(ModelEntry entry) => new(ModelFailures.WrongHash,
        $"What {entry.Url.Host} sent is not {entry.Name}: its SHA-256 is another one, so it was thrown away. If it happens again, the file was changed or something on the way changes it: do not use it.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Fetching {Model}: {There} of {Bytes} bytes are there.")]
    private partial void LogBegin(string model, long there, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Fetching {Model} failed ({Code}) after {There} bytes; trying again in {WaitS:0.0} s.")]
    private partial void LogAgain(string model, string code, long there, double waitS);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was fetched of {Model} in several parts does not have the right hash; fetching it once more, whole.")]
    private partial void LogAnew(string model);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Model} is installed: {Bytes} bytes, hash verified.")]
    private partial void LogDone(string model, long bytes);
}
