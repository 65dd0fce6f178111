using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Benchmarks.Feedback;

/// <summary>A long call out of a scenario's own lines, said in turn at 150 words a minute.</summary>
internal static class LongCall
{
    private const double WordsPerMinute = 150;
    private const int PauseMs = 700;

    public static CallRecord Of(Scenario scenario, int minutes)
    {
        string[] patient = [.. scenario.Opening, .. scenario.Goals.SelectMany(g => g.Raise), .. scenario.Objections.SelectMany(o => o.Say), .. scenario.Facts.SelectMany(f => f.Say.Values.SelectMany(s => s))];
        string[] trainee = [.. scenario.Script.Phases.SelectMany(p => p.KeyPhrases).Select(p => p.Phrase), .. scenario.IdealAnswers.Select(a => a.Say), .. scenario.Script.Avoid.Select(a => a.Phrase)];
        List<CallEvent> events = [new CallPlaced(scenario.Id, scenario.Title, scenario.Patient.Name, Difficulty.Intermediate, 1), new CallAnswered()];
        var nowMs = 0;
        for (var utterance = 1; nowMs < minutes * 60_000; utterance++)
        {
            var mine = utterance % 2 == 0;
            var text = mine ? SpokenText.Normalise(trainee[utterance / 2 % trainee.Length]) : patient[utterance / 2 % patient.Length];
            var startMs = nowMs + PauseMs;
            nowMs = startMs + (int)(SpokenText.Words(text).Length * 60_000 / WordsPerMinute);
            events.Add(new UtteranceSpoken(mine ? Party.Trainee : Party.Patient, utterance, text, startMs, nowMs, false, mine ? 0.9 : 1, false)
            {
                AtMs = nowMs,
                Voice = mine ? new VoiceMeasures(-28 - utterance % 5, nowMs - startMs, 0, 0) { PitchHz = 180 + utterance % 7, PitchRangeSemitones = 4 + utterance % 3, LevelRangeDb = 9, VoicedMs = (nowMs - startMs) / 2 } : null,
            });
        }
        events.Add(new CallEnded(EndReason.TraineeHungUp, "The call ended.") { AtMs = nowMs });
        return new CallRecord(CallId.New(), scenario, Difficulty.Intermediate, [.. events.Select((e, i) => e with { Seq = i + 1 })]);
    }
}
