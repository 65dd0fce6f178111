using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>
/// The server as people run it, on an empty database, after its first call: that one meets models that are still loading
/// and code that has not run, and is told apart in <see cref="FirstTurnMs"/>.
/// </summary>
public sealed class MeasuredServer : IDisposable
{
    /// <summary>More sign in here than do in an office.</summary>
    private static readonly (string Name, string Value)[] Settings = [("SignIn:TriesPerMinute", "10000")];

    private readonly TestStore _store;

    private MeasuredServer(TestStore store, ServerProcess process) => (_store, Process) = (store, process);

    public ServerProcess Process { get; }

    public Uri Address => Process.Address;

    /// <summary>From the end of speech to the patient's first sound in the first turn after the start; null when it was not answered.</summary>
    public int? FirstTurnMs { get; private set; }

    public static async Task<MeasuredServer> StartAsync(CallScript warmUp, CancellationToken cancellationToken)
    {
        var store = TestStore.Create();
        try
        {
            var server = new MeasuredServer(store, await ServerProcess.StartAsync(store, Settings));
            await server.WarmUpAsync(warmUp, cancellationToken);
            return server;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Which engines run, by the names that reports use, and the paths that the sound of these calls took.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EnginesAsync(IEnumerable<CallEvent> events)
    {
        using var browser = new TestBrowser(Address);
        await browser.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed[0].Email));
        var choices = await browser.GetAsync<IReadOnlyList<EngineChoice>>("/api/engines");
        string Running(EngineRole role) => choices.FirstOrDefault(choice => choice.Role == role)?.Running ?? "none";
        return new Dictionary<string, string>
        {
            ["recogniser"] = Running(EngineRole.Recogniser),
            ["voice"] = Running(EngineRole.Voice),
            ["patient"] = Running(EngineRole.PatientWords),
            ["transport"] = string.Join(", ", events.OfType<AudioPathUsed>()
                .Select(used => used.Path == AudioPath.Hub ? "hub" : Running(EngineRole.WebRtc)).DefaultIfEmpty("hub").Distinct().Order(StringComparer.Ordinal)),
        };
    }

    public void Dispose()
    {
        Process.Dispose();
        _store.Dispose();
    }

    // One line and the room for its answer.
    private async Task WarmUpAsync(CallScript script, CancellationToken cancellationToken)
    {
        try
        {
            using var person = (await PracticePeople.InviteAsync(Address, "warmup", 1))[0];
            await using var trainee = await HubTrainee.CallAsync(person, script.ScenarioId);
            await trainee.TalkAsync(WavFile.ReadMono(script.Path).AsMemory(0, AudioFormat.Samples(script.Lines[1].FirstSoundMs)), cancellationToken);
            FirstTurnMs = trainee.Turns.Select(turn => turn.FirstPlayedMs).FirstOrDefault();
        }
        catch
        {
            Process.Dispose();
            throw;
        }
    }
}
