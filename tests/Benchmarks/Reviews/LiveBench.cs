using System.Globalization;
using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>What ten recordings that are uploaded at once, and worked at, do to the answers in live calls: turn about without and with them, on one server.</summary>
internal sealed class LiveBench(Action<string> tell)
{
    private const int Calls = 4;
    private const int Recordings = 10;

    /// <summary>Of each recording: all of them are more than the queue gets done in one round.</summary>
    private const int RecordingMinutes = 4;

    public async Task<IReadOnlyList<BenchResult>> RunAsync(bool quick, CancellationToken cancellationToken)
    {
        using var folder = new TestFolder();
        var scripts = new List<CallScript>();
        foreach (var scenarioId in TraineeLines.ByScenario.Keys.Take(Calls))
        {
            scripts.Add(await CallScript.WriteAsync(scenarioId, folder.Path));
        }
        var recording = (await LongRecording.MakeAsync(RecordingMinutes)).Wav;
        tell("Starting a server for calls beside recordings.");
        using var server = await MeasuredServer.StartAsync(scripts[0], cancellationToken);
        var people = await PracticePeople.InviteAsync(server.Address, "live", Calls);
        var phones = new HubCalls(server.Process, people, scripts, tell);
        using var coach = await CoachUploads.SignInAsync(server.Address);
        var (alone, beside) = (new List<TurnTimed>(), new List<TurnTimed>());
        for (var round = 1; round <= (quick ? 1 : 2); round++)
        {
            tell($"{Calls} calls without recordings.");
            alone.AddRange((await phones.MakeAsync(Calls, answered: null, cancellationToken)).Turns);
            tell($"{Calls} calls, and {Recordings} recordings uploaded meanwhile.");
            var sent = new List<Guid>();
            beside.AddRange((await phones.MakeAsync(Calls, () => SendAsync(coach, recording, round, sent, cancellationToken), cancellationToken)).Turns);
            await TakeBackAsync(coach, sent);
        }
        foreach (var person in people)
        {
            person.Dispose();
        }
        return Results(alone, beside);
    }

    /// <summary>All at once, each with another last sample: the same file twice would not be taken.</summary>
    private static async Task SendAsync(CoachUploads coach, byte[] recording, int round, List<Guid> sent, CancellationToken cancellationToken)
    {
        sent.AddRange(await Task.WhenAll(Enumerable.Range(1, Recordings).Select(number =>
        {
            var own = (byte[])recording.Clone();
            own[^2] = (byte)(round * Recordings + number);
            return coach.SendAsync(own, $"call-{round}-{number}.wav", cancellationToken);
        })));
    }

    private async Task TakeBackAsync(CoachUploads coach, List<Guid> sent)
    {
        var states = new List<ReviewSummary>();
        foreach (var id in sent)
        {
            states.Add(await coach.GetAsync(id));
        }
        var done = states.Count(state => state.Status == ReviewStatus.Ready) + states.Where(state => state.Stage == ReviewStage.Transcribe).Sum(state => state.Progress?.Done ?? 0);
        tell(string.Create(CultureInfo.InvariantCulture, $"  {done * RecordingMinutes:0.0} minutes of recordings were written down meanwhile."));
        if (!states.Exists(state => state.Status == ReviewStatus.Working))
        {
            tell("  The queue had nothing more to do before the calls ended: the figure is too good.");
        }
        foreach (var id in sent)
        {
            await coach.RemoveAsync(id);
        }
    }

    private static IReadOnlyList<BenchResult> Results(List<TurnTimed> alone, List<TurnTimed> beside)
    {
        var (without, with) = (Of(alone, 0), Of(beside, Recordings));
        // The aim is at most 1.2.
        return with.P95 / without.P95 is { } ratio
            ? [without, with, BenchResult.Single("live_p95_ratio", "ratio", ratio, with.N, [("calls", Calls), ("recordings", Recordings)])]
            : [without, with];

        static BenchResult Of(List<TurnTimed> turns, int recordings) => TalkedAtOnce.VoiceToVoice(turns, ("calls", Calls), ("recordings", recordings));
    }
}
