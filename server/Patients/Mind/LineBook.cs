using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>
/// Picks lines. No line is said twice in a call; asked for the same again, the patient says it another way, and when
/// there is no other way, with words before it that show that it is again.
/// </summary>
public sealed partial class LineBook(Scenario scenario, SeededRandom random)
{
    private static readonly Dictionary<string, Dictionary<string, List<string>>> Generic =
        ExampleLibrary.Read<Dictionary<string, Dictionary<string, List<string>>>>("lines.yaml");

    private readonly HashSet<string> _said = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _slots = new(StringComparer.Ordinal);

    /// <summary>What stands for {trainee}, {promise}, {right}, {wrong}. A line whose slot is empty is passed over.</summary>
    public void Slot(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            _slots.Remove(name);
        }
        else
        {
            _slots[name] = value;
        }
    }

    /// <summary>The scenario's lines for the act first, then the generic ones of that name for the mood, then for any mood.</summary>
    public string For(PatientAct act, string generic, MoodLabel mood)
    {
        if (scenario.Lines.TryGetValue(act, out var own) && Fresh(own) is { } line)
        {
            return line;
        }
        return Fresh(Lines(generic, mood)) ?? Again(Lines(generic, mood), mood) ?? "";
    }

    /// <summary>A generic line, or null when all have been said.</summary>
    public string? Generally(string generic, MoodLabel mood) => Fresh(Lines(generic, mood));

    /// <summary>One of these, not said before; all said: one of them again, with the impatience that fits.</summary>
    public string Of(IReadOnlyList<string> lines, MoodLabel mood, bool again = false)
    {
        var fresh = Fresh(lines);
        if (fresh is null)
        {
            return Again(lines, mood) ?? "";
        }
        return again && Prefix(mood) is { } prefix ? Join(prefix, fresh) : fresh;
    }

    public static IReadOnlyList<string> Lines(string generic, MoodLabel mood)
    {
        if (!Generic.TryGetValue(generic, out var byMood))
        {
            return [];
        }
        var key = mood.ToString().ToLowerInvariant();
        return [.. byMood.GetValueOrDefault(key, []), .. byMood.GetValueOrDefault("any", [])];
    }

    /// <summary>What is said for a fact in this mood: lines of the mood first.</summary>
    public static IReadOnlyList<string> Say(Fact fact, MoodLabel mood)
    {
        var own = fact.Say.FirstOrDefault(pair => string.Equals(pair.Key, mood.ToString(), StringComparison.OrdinalIgnoreCase)).Value ?? [];
        var any = fact.Say.FirstOrDefault(pair => string.Equals(pair.Key, "any", StringComparison.OrdinalIgnoreCase)).Value ?? [];
        return own.Count + any.Count > 0 ? [.. own, .. any] : [.. fact.Say.Values.SelectMany(lines => lines)];
    }

    /// <summary>True once: notes that this whole line is said now.</summary>
    public bool Note(string line) => _said.Add(line);

    public bool WasSaid(string line) => _said.Contains(line);

    public static string Join(string one, string other) => one.Length == 0 ? other : other.Length == 0 ? one
        : one[^1] is ',' or ':' ? $"{one} {SpeakingStyle.Lower(other.StartsWith("And ", StringComparison.Ordinal) ? char.ToUpperInvariant(other[4]) + other[5..] : other)}" : $"{one} {other}";

    private string? Fresh(IReadOnlyList<string> lines)
    {
        // The mood's own lines stand first and are used first; among the first few the seed picks.
        var fresh = lines.Select(Fill).OfType<string>().Where(line => !_said.Contains(line)).Distinct().ToList();
        if (fresh.Count == 0)
        {
            return null;
        }
        var line = fresh[random.Next(Math.Min(fresh.Count, 3))];
        _said.Add(line);
        return line;
    }

    private string? Again(IReadOnlyList<string> lines, MoodLabel mood)
    {
        var filled = lines.Select(Fill).OfType<string>().ToList();
        var prefixes = Lines("again", mood).Concat(Lines("againMore", mood)).ToList();
        random.Shuffle(prefixes);
        random.Shuffle(filled);
        foreach (var prefix in prefixes)
        {
            foreach (var line in filled)
            {
                var joined = Join(prefix, line);
                if (_said.Add(joined))
                {
                    return joined;
                }
            }
        }
        return null;
    }

    private string? Prefix(MoodLabel mood)
    {
        var prefixes = Lines("again", mood);
        var unused = prefixes.Where(prefix => !_said.Contains(prefix)).ToList();
        if (unused.Count == 0)
        {
            return null;
        }
        var prefix = unused[random.Next(Math.Min(unused.Count, 3))];
        _said.Add(prefix);
        return prefix;
    }

    private string? Fill(string line)
    {
        var missing = false;
        var filled = SlotPattern().Replace(line, match =>
        {
            if (_slots.TryGetValue(match.Groups[1].Value, out var value))
            {
                return value;
            }
            missing = true;
            return "";
        });
        return missing ? null : char.ToUpperInvariant(filled[0]) + filled[1..];
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex SlotPattern();

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep() => Checkpoint.Of(_said) + Checkpoint.Of(_slots);
}
