using System.Text;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>Comma-separated values as RFC 4180 has them: quotes around fields, two for one inside, line breaks within.</summary>
public static class Csv
{
    /// <summary>Larger files are refused.</summary>
    public const long MaxBytes = 256L << 20;

    /// <returns>A row a record, by the names of the first row.</returns>
    /// <exception cref="InvalidDataException">Too large, or a row with more fields than there are names.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new InvalidDataException($"{path} is larger than {MaxBytes >> 20} MiB.");
        }
        string[]? names = null;
        foreach (var fields in Records(File.ReadAllText(path)))
        {
            if (names is null)
            {
                names = [.. fields];
                continue;
            }
            if (fields.Count > names.Length)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)} has a row of {fields.Count} fields under {names.Length} names.");
            }
            if (fields.Count > 1 || fields[0].Length > 0)
            {
                yield return names.Zip(fields.Concat(Enumerable.Repeat("", names.Length - fields.Count)))
                    .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            }
        }
    }

    internal static IEnumerable<List<string>> Records(string text)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && c is (',' or '\n'))
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return fields;
                    fields = [];
                }
            }
            else if (quoted || c != '\r')
            {
                field.Append(c);
            }
        }
        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString());
            yield return fields;
        }
    }
}
