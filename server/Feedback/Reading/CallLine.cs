using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>One utterance as it was really heard, with what was read from it.</summary>
internal sealed class CallLine(UtteranceSpoken spoken, SpokenLine words, int endMs, bool cutOff)
{
    private const int LongestQuote = 160;

    public UtteranceSpoken Spoken { get; } = spoken;

    public SpokenLine Words { get; } = words;

    /// <summary>With the beginning of the sentence, where the patient broke into it.</summary>
    public SpokenLine Whole { get; init; } = words;

    /// <summary>Both parts of a sentence that the patient broke into.</summary>
    public static SpokenLine Joined(string beginning, string rest) => SpokenLine.Of($"{beginning} {rest}");

    public int Utterance => Spoken.Utterance;

    public Party Party => Spoken.Party;

    public string Text => Words.Text;

    public int StartMs => Spoken.StartMs;

    public int EndMs { get; } = endMs;

    public bool CutOff { get; } = cutOff;

    public bool Typed => Spoken.Typed;

    public int LengthMs => Math.Max(0, EndMs - StartMs);

    /// <summary>The trainee's lines.</summary>
    public UtteranceReading Reading { get; init; } = UtteranceReading.Nothing;

    /// <summary>The patient's lines: the feeling shown in them.</summary>
    public Feeling? Feeling { get; init; }

    /// <summary>Several phrases of several phases in one breath: read out, not said.</summary>
    public bool IsList { get; init; }

    public bool IsBackchannel => Backchannels.Is(Words);

    public IReadOnlyList<UnderstoodAct> Acts { get; set; } = [];

    public bool Does(TraineeAct act) => Acts.Any(a => a.Act == act);

    public Evidence Evidence(string? quote = null) => new(Utterance, StartMs, quote is { Length: > 0 } ? quote : Short());

    /// <summary>The beginning of the line, whole words, as it stands in the log.</summary>
    private string Short()
    {
        var text = Text.Trim();
        if (text.Length <= LongestQuote)
        {
            return text;
        }
        var space = text.LastIndexOf(' ', LongestQuote);
        return text[..(space > 0 ? space : LongestQuote)];
    }
}
