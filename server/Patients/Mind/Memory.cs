using RealtimeTraining.Server.Patients.Hearing;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>What the patient remembers of the trainee and of the call so far.</summary>
public sealed class Memory
{
    public string? TraineeName { get; set; }

    /// <summary>The last time that was promised, in the trainee's words, or null.</summary>
    public string? PromisedTime { get; private set; }

    public int Promises { get; private set; }

    public int Greetings { get; set; }

    public int Turns { get; set; }

    public int LastUtterance { get; set; }

    public int Rudeness { get; set; }

    public int NotUnderstood { get; set; }

    public bool PromiseRecalled { get; set; }

    /// <summary>The trainee asked for a moment without pressing hold: silence is expected.</summary>
    public bool GaveAMoment { get; set; }

    public void Promise(string text)
    {
        Promises++;
        if (Hearing.PromisedTime.Find(text) is { } time)
        {
            PromisedTime = time;
            PromiseRecalled = false;
        }
    }

    public void Introduce(string text)
    {
        var words = new HeardWords(text);
        var name = Hearing.TraineeName.Find(words, 0, words.Count);
        if (name is null && words.Count is 1 or 2 && Hearing.TraineeName.IsName(words.Words[0], sure: true))
        {
            name = Hearing.TraineeName.Capital(words.Words[0]);
        }
        TraineeName = name ?? TraineeName;
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var kept = (Memory)MemberwiseClone();
        return () =>
        {
            (TraineeName, PromisedTime, Promises, Greetings, Turns) = (kept.TraineeName, kept.PromisedTime, kept.Promises, kept.Greetings, kept.Turns);
            (LastUtterance, Rudeness, NotUnderstood, PromiseRecalled, GaveAMoment) =
                (kept.LastUtterance, kept.Rudeness, kept.NotUnderstood, kept.PromiseRecalled, kept.GaveAMoment);
        };
    }
}
