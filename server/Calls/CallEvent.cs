using System.Text.Json.Serialization;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Prosody;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Something that happened in a call. Captions, cues, the debrief, the wallboard and a reconnecting browser all read
/// the one log of these. An event is never changed; what corrects it is a later event.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CallPlaced), "callPlaced")]
[JsonDerivedType(typeof(CallAnswered), "callAnswered")]
[JsonDerivedType(typeof(SpeechStarted), "speechStarted")]
[JsonDerivedType(typeof(SpeechStopped), "speechStopped")]
[JsonDerivedType(typeof(PartialHeard), "partialHeard")]
[JsonDerivedType(typeof(TraineePaused), "traineePaused")]
[JsonDerivedType(typeof(UtteranceSpoken), "utteranceSpoken")]
[JsonDerivedType(typeof(UtterancePlayed), "utterancePlayed")]
[JsonDerivedType(typeof(UtteranceCutOff), "utteranceCutOff")]
[JsonDerivedType(typeof(UtteranceUnderstood), "utteranceUnderstood")]
[JsonDerivedType(typeof(PatientThinking), "patientThinking")]
[JsonDerivedType(typeof(PatientDecided), "patientDecided")]
[JsonDerivedType(typeof(MoodChanged), "moodChanged")]
[JsonDerivedType(typeof(FactRevealed), "factRevealed")]
[JsonDerivedType(typeof(GoalMet), "goalMet")]
[JsonDerivedType(typeof(ObjectionDissolved), "objectionDissolved")]
[JsonDerivedType(typeof(BlockerRaised), "blockerRaised")]
[JsonDerivedType(typeof(PhraseUsed), "phraseUsed")]
[JsonDerivedType(typeof(PhraseAvoidedSaid), "phraseAvoidedSaid")]
[JsonDerivedType(typeof(PhaseDone), "phaseDone")]
[JsonDerivedType(typeof(CueGiven), "cueGiven")]
[JsonDerivedType(typeof(HintGiven), "hintGiven")]
[JsonDerivedType(typeof(MetersMoved), "metersMoved")]
[JsonDerivedType(typeof(HoldChanged), "holdChanged")]
[JsonDerivedType(typeof(MuteChanged), "muteChanged")]
[JsonDerivedType(typeof(DeadAirNoticed), "deadAirNoticed")]
[JsonDerivedType(typeof(TurnTimed), "turnTimed")]
[JsonDerivedType(typeof(NoticeShown), "noticeShown")]
[JsonDerivedType(typeof(ConnectionChanged), "connectionChanged")]
[JsonDerivedType(typeof(AudioPathUsed), "audioPathUsed")]
[JsonDerivedType(typeof(SupervisionChanged), "supervisionChanged")]
[JsonDerivedType(typeof(NoteWhispered), "noteWhispered")]
[JsonDerivedType(typeof(SupervisorNoted), "supervisorNoted")]
[JsonDerivedType(typeof(CallPaused), "callPaused")]
[JsonDerivedType(typeof(Withheld), "withheld")]
[JsonDerivedType(typeof(CallContinued), "callContinued")]
[JsonDerivedType(typeof(CallEnded), "callEnded")]
public abstract record CallEvent
{
    /// <summary>1, 2, 3, ... within the call. 0 for a passing event (a partial caption, a meter) that is not kept.</summary>
    public long Seq { get; init; }

    /// <summary>Milliseconds on the call's clock, which starts when the call is placed.</summary>
    public int AtMs { get; init; }

    [JsonIgnore]
    public virtual bool IsKept => true;

    /// <summary>False: the trainee learns of it when the call is over.</summary>
    [JsonIgnore]
    public virtual bool IsForTrainee => true;

    /// <summary>What the trainee may see of it while the call runs.</summary>
    public CallEvent ForTrainee() => IsForTrainee ? this : new Withheld { Seq = Seq, AtMs = AtMs };
}

public enum Party
{
    Trainee,
    Patient,
    Supervisor,
}

/// <summary>The call is ringing.</summary>
public sealed record CallPlaced(string ScenarioId, string ScenarioTitle, string PatientName, Difficulty Difficulty, int Seed) : CallEvent;

/// <summary>The patient picked up.</summary>
public sealed record CallAnswered : CallEvent;

/// <summary>The speech detector heard a party begin; for the patient, the first sound was sent.</summary>
public sealed record SpeechStarted(Party Party) : CallEvent;

public sealed record SpeechStopped(Party Party) : CallEvent;

/// <summary>The words so far of the utterance being spoken. Not kept.</summary>
public sealed record PartialHeard(Party Party, int Utterance, string Text) : CallEvent
{
    [JsonIgnore]
    public override bool IsKept => false;
}

/// <summary>
/// The trainee stopped for a moment, perhaps for good: the words so far of an utterance that may go on. What can be said
/// about them already need not wait until the turn is over.
/// </summary>
/// <param name="EndMs">The last sound before the pause, on the call's clock.</param>
/// <param name="InterruptedOther">The patient was speaking when the utterance began, and had not just begun too.</param>
public sealed record TraineePaused(int Utterance, string Text, int StartMs, int EndMs, bool InterruptedOther) : CallEvent
{
    /// <summary>What was said sounds like whole sentences, whether or not another follows.</summary>
    public bool SentenceWhole { get; init; }

    /// <summary>The turn sounds over.</summary>
    public bool SoundsOver { get; init; }

    /// <summary>The goals that these words meet and the objections that they dissolve, by id, however the utterance goes on.</summary>
    public IReadOnlyList<string> Meets { get; init; } = [];

    /// <summary>The blockers that these words break, by id, likewise.</summary>
    public IReadOnlyList<string> Breaks { get; init; } = [];
}

/// <summary>
/// What a party said. The trainee's comes when the turn is over, the patient's when it begins to be spoken.
/// </summary>
/// <param name="Utterance">1, 2, 3, ... over both parties.</param>
/// <param name="StartMs">First sound, on the call's clock.</param>
/// <param name="EndMs">Last sound; for the patient as planned.</param>
/// <param name="Typed">Typed instead of spoken.</param>
/// <param name="Confidence">Of the recogniser, 0-1; 1 for typed text and for the patient.</param>
/// <param name="InterruptedOther">The other party was speaking when this began, and had not just begun too.</param>
public sealed record UtteranceSpoken(
    Party Party, int Utterance, string Text, int StartMs, int EndMs, bool Typed, double Confidence, bool InterruptedOther) : CallEvent
{
    /// <summary>Times of the words within the utterance, when the recogniser gave them.</summary>
    public IReadOnlyList<SpokenWord> Words { get; init; } = [];

    /// <summary>The trainee's utterance that this goes on with, as the patient broke into a pause of it; null where it begins here.</summary>
    public int? GoesOnFrom { get; init; }

    /// <summary>Sound of the voice over the utterance; null for typed text and for the patient.</summary>
    public VoiceMeasures? Voice { get; init; }
}

public sealed record SpokenWord(string Text, int StartMs, int EndMs);

/// <param name="LevelDbfs">Mean level over speech frames.</param>
/// <param name="SpeechMs">How much of the utterance was speech, without its pauses.</param>
public sealed record VoiceMeasures(double LevelDbfs, int SpeechMs, int PauseMs, int LongestPauseMs)
{
    /// <summary>The median; null where too little of the utterance had a pitch, and in calls of before it was measured.</summary>
    public double? PitchHz { get; init; }

    /// <summary>How far the pitch moved, from the 10th to the 90th percentile.</summary>
    public double? PitchRangeSemitones { get; init; }

    /// <summary>How far the loudness of voiced sound moved, from the 10th to the 90th percentile.</summary>
    public double? LevelRangeDb { get; init; }

    /// <summary>How much of the utterance had a pitch.</summary>
    public int VoicedMs { get; init; }

    /// <param name="levelDbfs">Mean level over speech frames.</param>
    /// <param name="otherwise">Speech and pauses where too little was voiced to tell them from other sounds.</param>
    public static VoiceMeasures Of(VoiceSound sound, double levelDbfs, SpeechTimes otherwise)
    {
        var times = sound.Times ?? otherwise;
        return new VoiceMeasures(Math.Round(levelDbfs, 1), times.SpeechMs, times.PauseMs, times.LongestPauseMs)
        {
            PitchHz = Rounded(sound.PitchHz),
            PitchRangeSemitones = Rounded(sound.PitchRangeSemitones),
            LevelRangeDb = Rounded(sound.LevelRangeDb),
            VoicedMs = sound.VoicedMs,
        };
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 1) : null;
}

/// <summary>The patient was cut off: only this much of the utterance was heard.</summary>
public sealed record UtteranceCutOff(int Utterance, string HeardText, int EndMs) : CallEvent;

/// <summary>The patient's utterance was heard at another time than it was planned for: the sound stalled, or the browser was away.</summary>
public sealed record UtterancePlayed(int Utterance, int StartMs, int EndMs) : CallEvent;

/// <summary>How the patient understood the trainee's utterance.</summary>
public sealed record UtteranceUnderstood(int Utterance, IReadOnlyList<UnderstoodAct> Acts, double Confidence) : CallEvent;

/// <param name="Topic">Generic or the scenario's own; null where the act has none.</param>
/// <param name="Text">The part of the utterance that it rests on.</param>
public sealed record UnderstoodAct(TraineeAct Act, string? Topic, double Confidence, string Text);

/// <summary>A reply is being prepared. Not kept.</summary>
public sealed record PatientThinking : CallEvent
{
    [JsonIgnore]
    public override bool IsKept => false;
}

/// <summary>What the patient decided to do, and why, for coaches.</summary>
/// <param name="Key">The line that is said: "fact:dateOfBirth", "objection:cost", "generic:notUnderstood".</param>
public sealed record PatientDecided(PatientAct Act, string Key, string Why) : CallEvent;

/// <param name="Because">Plain words: "You acknowledged her worry."</param>
public sealed record MoodChanged(MoodLabel Label, MoodLevels Levels, IReadOnlyList<string> Because) : CallEvent;

public sealed record FactRevealed(string FactId, int Utterance) : CallEvent;

/// <param name="Utterance">The trainee's utterance that met it.</param>
public sealed record GoalMet(string GoalId, int Utterance) : CallEvent;

public sealed record ObjectionDissolved(string ObjectionId, int Utterance) : CallEvent;

/// <summary>A compliance rule was broken.</summary>
public sealed record BlockerRaised(string BlockerId, BlockerKind Kind, string Text, int Utterance) : CallEvent;

public sealed record PhraseUsed(string PhaseId, string PhraseId, int Utterance, double Likeness) : CallEvent;

public sealed record PhraseAvoidedSaid(string PhraseId, int Utterance, string Said) : CallEvent;

public sealed record PhaseDone(string PhaseId, int Utterance) : CallEvent;

/// <summary>Live feedback.</summary>
/// <param name="Text">One short sentence: "You named her worry. Good."</param>
/// <param name="Reason">The evidence, for a pointer that rests on it.</param>
public sealed record CueGiven(CueKind Kind, ScoringCategory Category, string Code, string Text, string Reason, int Utterance) : CallEvent;

public enum CueKind
{
    Praise,
    Suggestion,
    Warning,
}

public sealed record HintGiven(string Text, bool Asked) : CallEvent;

/// <summary>Pace and talk ratio as they stand. Not kept.</summary>
/// <param name="WordsPerMinute">Of the last utterance; null before there is one.</param>
/// <param name="TalkRatio">The trainee's share of all speech, 0-1; null before anybody spoke.</param>
public sealed record MetersMoved(int? WordsPerMinute, double? TalkRatio) : CallEvent
{
    [JsonIgnore]
    public override bool IsKept => false;
}

public sealed record HoldChanged(bool OnHold) : CallEvent;

public sealed record MuteChanged(bool Muted) : CallEvent;

public sealed record DeadAirNoticed(int SilenceMs) : CallEvent;

/// <summary>The latency waterfall of one turn: offsets in milliseconds from the end of the trainee's speech.</summary>
/// <param name="Utterance">The trainee's utterance.</param>
/// <param name="EndpointMs">The turn was taken to be over.</param>
/// <param name="FinalMs">The final transcript was there.</param>
/// <param name="DecisionMs">The patient had decided.</param>
/// <param name="FirstWordMs">The first clause of the reply was there.</param>
/// <param name="FirstAudioMs">The first sound was made.</param>
/// <param name="FirstPlayedMs">The browser played it; null where it did not report.</param>
public sealed record TurnTimed(
    int Utterance, int EndpointMs, int FinalMs, int DecisionMs, int FirstWordMs, int FirstAudioMs, int? FirstPlayedMs) : CallEvent
{
    /// <summary>Why the turn was taken to be over after that much silence.</summary>
    public string EndpointReason { get; init; } = "";

    /// <summary>The reply was decided and begun in the pause before the turn was over, and was only waiting for its end.</summary>
    public bool Prepared { get; init; }
}

/// <summary>Something the trainee should know: an engine was replaced, speech came in too fast.</summary>
public sealed record NoticeShown(string Code, string Text) : CallEvent;

public sealed record ConnectionChanged(bool Connected) : CallEvent;

/// <summary>A stretch of the call whose sound took one path, told when it took another or the call ended. Figures are means.</summary>
/// <param name="LossPercent">Of the patient's voice, at the browser; null where the path does not tell.</param>
public sealed record AudioPathUsed(AudioPath Path, int FromMs, int? RoundTripMs, double? LossPercent, double? JitterMs) : CallEvent
{
    /// <summary>Of the patient's voice, left out because the server was too busy to send them in time; null where the path has none, as the hub.</summary>
    public int? LateFrames { get; init; }

    /// <summary>How often the patient's voice was due and not made yet; null in calls from before it was counted.</summary>
    public int? Underruns { get; init; }
}

/// <summary>An interrupted call goes on.</summary>
public sealed record CallContinued : CallEvent;

public sealed record CallEnded(EndReason Reason, string Text) : CallEvent;

public enum EndReason
{
    TraineeHungUp,
    PatientHungUp,
    PatientSaidGoodBye,
    DeadAir,
    TooLong,
    ConnectionLost,
    ServerStopped,
    SupervisorEnded,
}
