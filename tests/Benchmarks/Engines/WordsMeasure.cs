using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Engines;

/// <summary>A language model that words the patient's real decisions: how soon the first word and the first clause are there.</summary>
internal static class WordsMeasure
{
    public static async Task<List<BenchResult>> RunAsync(
        IServiceProvider services, EnginePool pool, IEngine<IChatClient> engine, bool quick, CancellationToken cancellationToken)
    {
        await using var lease = pool.Rent(engine);
        var options = services.GetRequiredService<IOptions<ModelReplyWriterOptions>>().Value;
        var requests = Requests(services, quick ? 1 : 4).ToList();
        await WriteAsync(lease.Port, requests[0], options, cancellationToken);
        var written = new List<Written>();
        foreach (var request in requests)
        {
            written.Add(await WriteAsync(lease.Port, request, options, cancellationToken));
        }
        return
        [
            BenchResult.Spread("first_word_ms", "ms", [.. written.Where(reply => reply.FirstMs is not null).Select(reply => reply.FirstMs!.Value)], ("engine", engine.Name)),
            BenchResult.Spread("first_clause_ms", "ms", [.. written.Where(reply => reply.ClauseMs is not null).Select(reply => reply.ClauseMs!.Value)], ("engine", engine.Name)),
            BenchResult.Spread("whole_reply_ms", "ms", [.. written.Select(reply => reply.TotalMs)], ("engine", engine.Name)),
        ];
    }

    // One call after the other, turn after turn, as a model that keeps what it has read meets them.
    private static IEnumerable<ReplyRequest> Requests(IServiceProvider services, int calls)
    {
        var minds = services.GetRequiredService<IPatientMindFactory>();
        foreach (var scenario in services.GetRequiredService<ScenarioLibrary>().All.Take(calls))
        {
            var mind = minds.Create(scenario, scenario.Difficulty, seed: 1, addedPhrasings: []);
            var events = new List<CallEvent>();
            var utterance = 0;
            void Said(Party party, string text) => events.Add(new UtteranceSpoken(party, ++utterance, text, utterance * 4_000, utterance * 4_000 + 3_000, Typed: false, 1, false));
            Said(Party.Patient, mind.Open().Line);
            foreach (var line in TraineeLines.ByScenario[scenario.Id])
            {
                Said(Party.Trainee, line);
                var decision = mind.Hear(new HeardTurn(utterance, line, 1, InterruptedPatient: false));
                if (WordingRules.StaysAuthored(decision, scenario) is null)
                {
                    yield return new ReplyRequest(decision, scenario, [.. events]);
                }
                Said(Party.Patient, decision.Line);
            }
        }
    }

    private static async Task<Written> WriteAsync(IChatClient client, ReplyRequest request, ModelReplyWriterOptions options, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        double? first = null;
        double? clause = null;
        var json = new ReplyJsonReader();
        await foreach (var update in client.GetStreamingResponseAsync(
            PatientPrompt.Build(request, options), ReplyFormat.Options(request.Decision, options), cancellationToken))
        {
            if (update.Text.Length == 0)
            {
                continue;
            }
            var now = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            first ??= now;
            json.Add(update.Text);
            clause ??= Clauses.Split(json.Say).Count > 1 || json.HasSaid ? now : null;
        }
        return new Written(first, clause, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private sealed record Written(double? FirstMs, double? ClauseMs, double TotalMs);
}
