namespace RealtimeTraining.Speech.Turns;

/// <summary>What sounds in the microphone while a voice is played.</summary>
public enum EchoJudgement
{
    /// <summary>Hardly like the voice that is played.</summary>
    SomebodyElse,

    /// <summary>Some of both, or a room that changes an echo much; or what is played is not known.</summary>
    Unsure,

    /// <summary>For the most part the voice that is played.</summary>
    Echo,
}
