using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>Holds every text of a scenario to the same rules: no markup, no hidden characters, not too long, not twice in a list.</summary>
public sealed partial class ScenarioTextRules(Binder binder, MistakeList mistakes)
{
    public const int MostLineCharacters = 500;
    public const int MostTextCharacters = 6000;

    /// <summary>What a patient's line may leave open: the trainee's name, the time that was promised, and what was read back rightly and wrongly.</summary>
    private static readonly string[] Slots = ["{trainee}", "{promise}", "{right}", "{wrong}"];

    /// <summary>Read, not spoken: these may have paragraphs.</summary>
    private static readonly HashSet<string> LongTexts = ["situation", "patient.history"];

    public void Check(Scenario scenario) => Walk(scenario, "");

    private void Walk(object? value, string path)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Text(text, path);
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    var key = entry.Key is Enum ? JsonNamingPolicy.CamelCase.ConvertName(entry.Key.ToString()!) : (string)entry.Key;
                    Walk(entry.Value, $"{path}.{key}");
                }
                break;
            case IList list:
                for (var i = 0; i < list.Count; i++)
                {
                    Walk(list[i], $"{path}[{i}]");
                }
                Repeats(list, path);
                break;
            case { } record when record.GetType() is { IsValueType: false, Namespace: "RealtimeTraining.Server.Scenarios" } type:
                foreach (var property in type.GetProperties().Where(property => property.CanWrite))
                {
                    var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                    Walk(property.GetValue(record), path.Length == 0 ? name : $"{path}.{name}");
                }
                break;
        }
    }

    private void Text(string text, string path)
    {
        var isLong = LongTexts.Contains(path);
        var most = isLong ? MostTextCharacters : MostLineCharacters;
        if (text.Length > most)
        {
            Wrong(path, $"This text has {text.Length} characters; {most} are the most. Make it shorter.");
        }
        if (text.Where(c => IsHidden(c) && !(isLong && c == '\n')).Select(c => (char?)c).FirstOrDefault() is { } hidden)
        {
            Wrong(path, hidden == '\n'
                ? "This line has a line break in it. Write it on one line, or with '>-' above it."
                : $"This text holds a hidden character (U+{(int)hidden:X4}). Take it out.");
        }
        if (Markup().IsMatch(text))
        {
            Wrong(path, "Markup is not allowed: this text is spoken and shown as it stands. Take the tags out.");
        }
        if (Braces().Matches(text).FirstOrDefault(match => !Slots.Contains(match.Value)) is { } slot)
        {
            Wrong(path, $"'{slot.Value}' is not a slot. Use one of {string.Join(", ", Slots)}, or write the words out.");
        }
        if (text.Length > 0 && string.IsNullOrWhiteSpace(text))
        {
            Wrong(path, "This text is blank. Write something, or take the line out.");
        }
    }

    private void Repeats(IList list, string path)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is string { Length: > 0 } text && !seen.Add(text.Trim()))
            {
                Wrong($"{path}[{i}]", "This stands in the list already. Say it in other words, or take it out.");
            }
        }
    }

    /// <summary>Control characters, and those that turn or hide text (RFC 5893's bidirectional controls, zero-width marks).</summary>
    private static bool IsHidden(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    private void Wrong(string path, string reason) => mistakes.Add(binder.PlaceOf(path), reason);

    [GeneratedRegex("\\{\\w*\\}?|\\}")]
    private static partial Regex Braces();

    [GeneratedRegex("<[/!?A-Za-z]|&(#\\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);")]
    private static partial Regex Markup();
}
