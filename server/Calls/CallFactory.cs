using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>Puts a call together from the engines that run here and the scenario that was chosen. Singleton.</summary>
public sealed class CallFactory(
    IOptions<CallOptions> options, TimeProvider time, CallEngineFactory engines, ScenarioLibrary scenarios, TrainingDbFactory databases,
    IPatientMindFactory minds, ILiveCoachFactory coaches, RecordingFolder recordings, SpeechDetectorFactory detectors,
    ITurnDetector turns, WebRtcGateways gateways, FrameBeat beat, ILoggerFactory loggers)
{
    public int Capacity => options.Value.Capacity;

    public async Task<CallSession> StartAsync(
        CallId id, CallOwner owner, StartCall request, Func<CallLog, CallAudience> audience, CancellationToken cancellationToken)
    {
        await using var db = databases.Create(owner.TenantId);
        var scenario = scenarios.Find(request.ScenarioId) ?? await db.FindOwnScenarioAsync(owner.UserId, request.ScenarioId, cancellationToken)
            ?? throw CallError.ScenarioNotFound(request.ScenarioId);
        var seed = request.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var row = new CallRow
        {
            Id = id.Value,
            TenantId = owner.TenantId,
            TraineeId = owner.UserId,
            ScenarioId = scenario.Id,
            ScenarioJson = JsonSerializer.Serialize(scenario, Json.Options),
            ScenarioTitle = scenario.Title,
            ScenarioType = scenario.Type,
            PatientName = scenario.Patient.Name,
            Difficulty = request.Difficulty,
            Seed = seed,
            StartedAt = time.GetUtcNow(),
            Status = CallStatus.Ringing,
            RecordingFile = RecordingFolder.FileOf(owner.TenantId, id),
        };
        db.Calls.Add(row);
        await db.SaveChangesAsync(cancellationToken);

        var session = await BuildAsync(id, owner, row, scenario, [], request.Voice, audience, cancellationToken);
        session.Place(new CallPlaced(scenario.Id, scenario.Title, scenario.Patient.Name, request.Difficulty, seed));
        return session;
    }

    public async Task<CallSession> ContinueAsync(
        CallId id, CallOwner owner, Func<CallLog, CallAudience> audience, CancellationToken cancellationToken)
    {
        await using var db = databases.Create(owner.TenantId);
        var row = await db.Calls.FirstOrDefaultAsync(call => call.Id == id.Value && call.TraineeId == owner.UserId, cancellationToken)
            ?? throw CallError.NotFound();
        if (row.Status == CallStatus.Ended)
        {
            throw CallError.Ended();
        }
        var events = await CallEvents.LoadAsync(db, id, cancellationToken);
        row.Status = CallStatus.Live;
        await db.SaveChangesAsync(cancellationToken);

        var session = await BuildAsync(id, owner, row, CallEvents.ScenarioOf(row), events, voice: true, audience, cancellationToken);
        session.TakeUp(events);
        return session;
    }

    private async Task<CallSession> BuildAsync(
        CallId id, CallOwner owner, CallRow row, Scenario scenario, IReadOnlyList<CallEvent> events, bool voice,
        Func<CallLog, CallAudience> audience, CancellationToken cancellationToken)
    {
        var own = await engines.OpenAsync(scenario, owner.DisplayName, voice, cancellationToken);
        try
        {
            return await BuildAsync(id, owner, row, scenario, events, own, audience, cancellationToken);
        }
        catch
        {
            if (own.Recognition is { } recognition)
            {
                await recognition.DisposeAsync();
            }
            await own.DisposeAsync();
            throw;
        }
    }

    private async Task<CallSession> BuildAsync(
        CallId id, CallOwner owner, CallRow row, Scenario scenario, IReadOnlyList<CallEvent> events, CallEngines own,
        Func<CallLog, CallAudience> audience, CancellationToken cancellationToken)
    {
        var mind = minds.Create(scenario, row.Difficulty, row.Seed, await PhrasingsAsync(row, cancellationToken));
        var coach = coaches.Create(scenario, row.Difficulty, owner.DisplayName);
        CallReplay.Replay(events, mind, coach);
        var recorder = recordings.Open(owner.TenantId, id);
        var clock = new CallClock(time, Math.Max(events.Count == 0 ? 0 : events[^1].AtMs, recorder.LengthMs), beat);
        var log = new CallLog(clock);
        log.Load(events);
        var logger = loggers.CreateLogger<CallSession>();
        var parts = new CallParts
        {
            Clock = clock,
            Options = options.Value,
            Scenario = scenario,
            Mind = mind,
            Coach = coach,
            ReplyWriter = own.ReplyWriter,
            Recognition = own.Recognition,
            Synthesizer = own.Synthesizer,
            Engines = own,
            SpeechDetector = detectors.Create(),
            TurnDetector = turns,
            Recorder = recorder,
            Gateways = gateways,
        };
        var store = new CallLogStore(id, owner.TenantId, databases, time, options.Value, logger,
            text => log.Append(new NoticeShown("notStored", text)));
        var session = new CallSession(id, owner, parts, log, store, audience(log), logger);
        own.Replacements.TellTo(replaced => session.Tell(new CallCommand.Notice(replaced.Code, replaced.Text)));
        recorder.OnFailed(text => session.Tell(new CallCommand.Notice("recordingStopped", text)));
        return session;
    }

    private async Task<IReadOnlyList<ActExamples>> PhrasingsAsync(CallRow row, CancellationToken cancellationToken)
    {
        await using var db = databases.Create(row.TenantId);
        var added = await db.Phrasings.Where(phrasing => phrasing.ScenarioId == row.ScenarioId).ToListAsync(cancellationToken);
        return [.. added.Select(phrasing => new ActExamples { Act = phrasing.Act, Topic = phrasing.Topic, Phrases = [phrasing.Text] })];
    }
}
