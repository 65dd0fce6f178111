using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>A decision in the making: parts of a line in order, each with what it gives away or brings up.</summary>
public sealed class Reply
{
    private readonly List<Part> _parts = [];

    /// <summary>Everything that is done in this reply, the first thing first.</summary>
    public List<PatientAct> Acts { get; } = [];

    public PatientAct? Act { get; private set; }

    public string Key { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string? AskedFor { get; set; }

    public bool EndsCall { get; set; }

    public IReadOnlyList<Part> Parts => _parts;

    public bool IsEmpty => _parts.Count == 0;

    public string Line => string.Join(' ', _parts.Select(part => part.Text));

    public bool AsksBack => _parts.Count > 0 && _parts[^1].Text.EndsWith('?');

    /// <summary>The first thing decided gives the reply its act and key; what follows is added to its line.</summary>
    public void Add(PatientAct act, string key, string why, string text, string? factId = null, string? goalId = null)
    {
        Acts.Add(act);
        if (Act is null)
        {
            (Act, Key, Why) = (act, key, why);
        }
        else
        {
            Why = $"{Why} {why}";
        }
        if (text.Length > 0)
        {
            _parts.Add(new Part(text, factId, goalId));
        }
    }

    /// <summary>A word or two before the rest ("Thank you."), which is no decision of its own.</summary>
    public void Lead(string text)
    {
        if (text.Length > 0)
        {
            _parts.Insert(0, new Part(text, null, null));
        }
    }

    public void Replace(int part, string text) => _parts[part] = _parts[part] with { Text = text };

    /// <summary>Which parts were heard, when only <paramref name="heard"/> was.</summary>
    public IEnumerable<(Part Part, bool Heard)> HeardUpTo(string heard)
    {
        var left = SpokenText.Words(heard).Length;
        foreach (var part in _parts)
        {
            var words = SpokenText.Words(part.Text).Length;
            yield return (part, left >= Math.Max(1, words * 0.7));
            left -= words;
        }
    }

    public sealed record Part(string Text, string? FactId, string? GoalId);
}
