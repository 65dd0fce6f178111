using System.Globalization;

namespace RealtimeTraining.Server.Reviews;

/// <summary>One line of a table as RFC 4180 writes it. Pure.</summary>
public static class CsvLine
{
    /// <returns>With its line end.</returns>
    public static string Of(params object?[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            string said => Harmless(said),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.IndexOfAny(['"', ',', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A spreadsheet would run a text that begins like this as a formula (OWASP, "CSV Injection").</summary>
    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
}
