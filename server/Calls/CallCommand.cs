using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>What a call is told, by its stages and by the hub; worked off one at a time, in order.</summary>
public abstract record CallCommand
{
    /// <summary>The patient picks up.</summary>
    public sealed record Answer : CallCommand;

    /// <summary>An interrupted call goes on.</summary>
    public sealed record TakeUp : CallCommand;

    /// <param name="GoesOn">Before the patient, who had begun, can have been heard: the turn was not over.</param>
    public sealed record SpeechBegan(int AtMs, bool GoesOn = false) : CallCommand;

    public sealed record WordsSoFar(string Text) : CallCommand;

    /// <summary>The trainee has gone on long enough over the patient's voice to be taken to mean it.</summary>
    public sealed record BargedIn : CallCommand;

    public sealed record SpokeOn(int SpokenMs) : CallCommand;

    /// <summary>A pause that is no stop between two words, with the words so far.</summary>
    public sealed record TraineePaused(string Words, int StartMs, int SpeechEndMs, bool OverPatient, bool Interrupts, TurnWait Wait) : CallCommand;

    /// <summary>The trainee has paused, and this is what was said so far.</summary>
    public sealed record TurnMayBeOver(HeardUtterance Heard) : CallCommand;

    /// <summary>The pause was not the end.</summary>
    public sealed record TurnGoesOn : CallCommand;

    public sealed record TurnOver(HeardUtterance Heard) : CallCommand;

    public sealed record Typed(string Text) : CallCommand;

    public sealed record PatientStarted(int Utterance) : CallCommand;

    public sealed record PatientFinished(int Utterance, HeardSpan? Heard = null) : CallCommand;

    public sealed record PatientSaid(int Utterance, string Text, bool IsWhole) : CallCommand;

    public sealed record Played(PlayedPosition Position) : CallCommand;

    public sealed record PathMeasured(AudioPath Path, PathFigures Figures) : CallCommand;

    public sealed record Hold(bool OnHold) : CallCommand;

    public sealed record Mute(bool Muted) : CallCommand;

    public sealed record Hint(TaskCompletionSource<string?> Given) : CallCommand;

    public sealed record Connection(bool Connected) : CallCommand;

    public sealed record Notice(string Code, string Text) : CallCommand;

    /// <param name="GoesOn">As of <see cref="SpeechBegan"/>.</param>
    public sealed record SupervisorBegan(bool GoesOn = false) : CallCommand;

    public sealed record SupervisorWords(string Text) : CallCommand;

    /// <summary>A supervisor spoke, or typed, to the patient. No words: it was only a sound.</summary>
    public sealed record SupervisorSaid(Transcript Transcript, int StartMs, int EndMs, bool IsTyped) : CallCommand;

    public sealed record Pause(string Name, bool Paused, string Reason) : CallCommand;

    public sealed record Tick : CallCommand;

    public sealed record End(EndReason Reason, string Text) : CallCommand;
}

/// <summary>One turn of the trainee as the listening stage heard it; times on the call's clock.</summary>
/// <param name="SpeechEndMs">The last sound of speech.</param>
/// <param name="EndpointMs">When the turn was taken to be over.</param>
/// <param name="FinalMs">When the words were there.</param>
/// <param name="OverPatient">It began while the patient spoke.</param>
/// <param name="Interrupts">And not together with the patient.</param>
public sealed record HeardUtterance(
    Transcript Transcript, int StartMs, int SpeechEndMs, int EndpointMs, int FinalMs, string EndpointReason, bool OverPatient, bool Interrupts, VoiceMeasures Voice);
