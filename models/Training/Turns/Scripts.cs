using System.Text.Json;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>
/// Written calls as a second source: a whole utterance is a turn that is over, one broken off after some of its words is
/// not. They have no times; how long people pause is learnt elsewhere.
/// </summary>
public static class Scripts
{
    /// <summary>Somebody who reads aloud says about three words a second.</summary>
    internal const int MsPerWord = 330;

    /// <summary>Broken off as often as people pause inside their turns.</summary>
    private const double BrokenShare = 0.08;

    private const long MaxBytes = 256L << 20;

    /// <summary>Every line of <c>star-calls.jsonl</c> and every dialogue of <c>sgd-appointments-*.json</c> that is there.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder).Where(file => Path.GetFileName(file) is "star-calls.jsonl" or "sgd-appointments-train.json").Order(StringComparer.Ordinal) : [];

    /// <param name="most">So many utterances are drawn.</param>
    public static IReadOnlyList<(TurnSoFar Turn, bool Over)> Read(IEnumerable<string> files, int most, long seed = 11)
    {
        ArgumentNullException.ThrowIfNull(files);
        var random = new SeededRandom(seed);
        var calls = files.SelectMany(CallsOf).ToList();
        random.Shuffle(calls);
        var silences = new List<(TurnSoFar, bool)>();
        foreach (var call in calls)
        {
            for (var i = 0; i < call.Count && silences.Count < most; i++)
            {
                var words = SpokenText.Words(call[i].Text);
                var broken = words.Length > 1 && random.NextDouble() < BrokenShare;
                if (broken)
                {
                    words = words[..(1 + random.Next(words.Length - 1))];
                }
                if (words.Length > 0)
                {
                    silences.Add((new TurnSoFar(string.Join(' ', words), words.Length * MsPerWord)
                    {
                        OtherSaid = i > 0 ? call[i - 1].Text : "",
                        Leads = call[i].Agent,
                    }, !broken));
                }
            }
        }
        return silences;
    }

    /// <exception cref="InvalidDataException">Too large, or no calls.</exception>
    internal static List<List<(bool Agent, string Text)>> CallsOf(string file)
    {
        if (new FileInfo(file).Length > MaxBytes)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} is larger than {MaxBytes >> 20} MiB.");
        }
        try
        {
            return Parsed(file);
        }
        catch (Exception odd) when (odd is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} holds no calls: {odd.Message}", odd);
        }
    }

    private static List<List<(bool Agent, string Text)>> Parsed(string file)
    {
        if (file.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => Turns(line, "who", "agent"))];
        }
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.EnumerateArray().Select(call => Turns(call.GetRawText(), "speaker", "SYSTEM"))];
    }

    private static List<(bool, string)> Turns(string json, string who, string agent)
    {
        using var call = JsonDocument.Parse(json);
        return [.. call.RootElement.GetProperty("turns").EnumerateArray()
            .Select(turn => (turn.GetProperty(who).GetString() == agent, turn.GetProperty("text").GetString() ?? ""))];
    }
}
