using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>
/// Courtesies whose words are like those of something else: "take your time" is no question about times. They are taken as they
/// are where a piece says hardly more.
/// </summary>
public static class EverydayWords
{
    /// <summary>So many words may stand around them: "oh", "please", "for me".</summary>
    private const int MostAround = 4;

    private static readonly (TraineeAct Act, string? Topic, string[] Words)[] Table =
    [
        .. Of(TraineeAct.Tell, null, "you are welcome", "my pleasure", "take your time", "take all the time you need", "no rush", "no hurry", "no worries", "do not worry",
            "verify your identity", "verify a few things", "verify a few details"),
        .. Of(TraineeAct.Hold, null, "you mind holding", "hang tight"),
        .. Of(TraineeAct.AcknowledgeFeeling, null, "i can only imagine"),
        .. Of(TraineeAct.Offer, null, "get this taken care of", "get that taken care of", "get you taken care of", "need to ask somebody", "need to ask someone", "ask a colleague"),
        .. Of(TraineeAct.Refuse, null, "you will have to wait", "you will just have to wait"),
        .. Of(TraineeAct.Ask, Topics.Name, "you spell that", "is this for you or", "is this for yourself or", "calling about yourself", "calling for yourself"),
        .. Of(TraineeAct.Ask, Topics.Consent, "would that be alright", "would that be all right"),
    ];

    /// <param name="words">Of the piece, with contractions expanded.</param>
    /// <returns>Null: the piece is something else, or says more.</returns>
    public static (TraineeAct Act, string? Topic)? In(IReadOnlyList<string> words)
    {
        foreach (var (act, topic, sought) in Table)
        {
            if (words.Count <= sought.Length + MostAround && ActCues.Find(words, sought) >= 0)
            {
                return (act, topic);
            }
        }
        return null;
    }

    private static IEnumerable<(TraineeAct, string?, string[])> Of(TraineeAct act, string? topic, params string[] phrases) =>
        phrases.Select(phrase => (act, topic, phrase.Split(' ')));
}
