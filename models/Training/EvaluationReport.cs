using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RealtimeTraining.Models.Training;

/// <summary>What was evaluated, as a table for people and as JSON for programs.</summary>
internal static class EvaluationReport
{
    public static string Table(IReadOnlyList<EvaluatedFigure> figures, IReadOnlyList<double> time)
    {
        var text = new StringBuilder("| task | figure | linear | aim | BERT-class | clean | speech | n |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var pair in figures.GroupBy(one => (one.Figure.Task, one.Figure.Name)))
        {
            var (first, published) = (pair.First(), pair.First().Figure.Published);
            text.Append(CultureInfo.InvariantCulture, $"| {first.Figure.Task} | {first.Figure.Name} | {published.ElementAtOrDefault(0)} | {published.ElementAtOrDefault(1)} | {published.ElementAtOrDefault(2)} | {string.Join(" | ", pair.Select(Say))} | {first.Cases}{(first.Seen ? " *" : "")} |\n");
        }
        if (figures.Any(one => one.Seen))
        {
            text.Append("\n* The weights were trained on this very file: these figures say how well it was learned, not how good the model is.\n  ./dev train --figures prints the held-out ones.\n");
        }
        if (time.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nAll models on an utterance, one core: median {At(time, 0.5):f2} ms, 95 % under {At(time, 0.95):f2} ms ({time.Count} utterances).");
        }
        return text.ToString();
    }

    public static string Json(IReadOnlyList<EvaluatedFigure> figures, IReadOnlyList<double> time)
    {
        var results = new JsonArray();
        foreach (var one in figures)
        {
            results.Add((JsonNode)new JsonObject
            {
                ["name"] = one.Figure.Name,
                ["value"] = Number(one.Interval.Value),
                ["low"] = Number(one.Interval.Low),
                ["high"] = Number(one.Interval.High),
                ["n"] = one.Cases,
                ["labels"] = new JsonObject { ["task"] = one.Figure.Task, ["form"] = one.Form, ["seen_in_training"] = one.Seen },
            });
        }
        if (time.Count > 0)
        {
            results.Add((JsonNode)new JsonObject { ["name"] = "utterance_ms", ["p50"] = At(time, 0.5), ["p95"] = At(time, 0.95), ["max"] = time[^1], ["n"] = time.Count, ["unit"] = "ms", ["labels"] = new JsonObject { ["models"] = "all" } });
        }
        return new JsonObject
        {
            ["bench"] = "evaluate",
            ["at"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["machine"] = new JsonObject { ["cores"] = Environment.ProcessorCount, ["memory_gib"] = (int)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30) },
            ["feed"] = typeof(EvaluationReport).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(entry => entry.Key == "BuildVariant")?.Value?.Split('-')[0],
            ["engines"] = new JsonObject(),
            ["results"] = results,
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static string Say(EvaluatedFigure one) => string.Create(CultureInfo.InvariantCulture, $"{one.Interval.Value:.000} [{one.Interval.Low:.000}, {one.Interval.High:.000}]");

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, 4)) : null;

    private static double At(IReadOnlyList<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
}
