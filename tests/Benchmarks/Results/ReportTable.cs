using System.Globalization;
using System.Text;

namespace RealtimeTraining.Benchmarks.Results;

/// <summary>A report for people.</summary>
public static class ReportTable
{
    public static string Of(BenchReport report)
    {
        string[] head = ["", "p50", "p95", "p99", "max", "n", "unit"];
        List<string[]> rows = [head, .. report.Results.Select(Row)];
        var widths = head.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Bench}, {report.At:u}: {report.Machine.Cores} cores, {report.Machine.MemoryGib} GiB, {report.Feed} feed");
        text.AppendLine(string.Join(", ", report.Engines.Select(engine => $"{engine.Key}: {engine.Value}")));
        text.AppendLine();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column is 0 or 6 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.AppendLine(string.Join("  ", cells).TrimEnd());
        }
        return text.ToString();
    }

    private static string[] Row(BenchResult result)
    {
        var labels = result.Labels is { } given ? " (" + string.Join(", ", given.Select(label => $"{label.Key} {label.Value}")) + ")" : "";
        return [result.Name + labels, Number(result.Value ?? result.P50), Number(result.P95), Number(result.P99), Number(result.Max), Number(result.N), result.Unit];
    }

    private static string Number(double? number) => number?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "";
}
