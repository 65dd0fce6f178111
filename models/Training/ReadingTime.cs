using System.Diagnostics;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;

namespace RealtimeTraining.Models.Training;

/// <summary>How long all models together take for an utterance, in context, on one core.</summary>
internal static class ReadingTime
{
    private const int Utterances = 1000;
    private const int Tries = 3;

    /// <returns>Milliseconds, ascending, one an utterance; empty where the folder has no calls to read.</returns>
    public static double[] Measure(LanguageModels models, DataFolder data)
    {
        IReadOnlyList<UtteranceInput> inputs =
            data.Find(AnnoMi.File) is { } annoMi ? [.. AnnoMi.Read(annoMi).SelectMany(call => call.Utterances).Select(said => said.Input).Take(Utterances)]
            : data.Find(Politeness.Wikipedia) is { } politeness ? [.. Politeness.Read(politeness).Select(one => one.Input).Take(Utterances)]
            : [];
        foreach (var input in inputs)
        {
            models.Read(input.Text, new UtteranceContext(input.Before, input.Earlier));
        }
        // The better of a few tries: the others are what else the machine did.
        return [.. inputs.Select(input => Enumerable.Range(0, Tries).Min(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            models.Read(input.Text, new UtteranceContext(input.Before, input.Earlier));
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        })).Order()];
    }
}
