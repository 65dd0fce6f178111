namespace RealtimeTraining.Server.Feedback;

/// <summary>What moves a score, the same from call to call, so that a trend can say what drives it.</summary>
public enum ScoreDriver
{
    /// <summary>Debriefs of before it was noted.</summary>
    Unknown,
    Feelings,
    OfferedCare,
    Warmth,
    Courtesy,
    Coldness,
    PatientMood,
    Voice,
    Phases,
    PhrasesToAvoid,
    ReadingOut,
    Responses,
    Pace,
    Interruptions,
    TalkShare,
    Silence,
    Holds,
    Length,
    Goals,
    Facts,
    Doubts,
    Checking,
    OpenQuestions,
    Repeats,
    Rules,
    Introduction,
    Identity,
    Ending,
    Language,
}
