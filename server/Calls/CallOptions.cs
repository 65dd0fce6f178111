using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Calls;

/// <summary>How live calls run. Section <c>Calls</c> of the configuration; checked at start.</summary>
public sealed class CallOptions
{
    public const string Section = "Calls";

    /// <summary>Calls at once on this server; 0 takes as many as the processors bear, by <see cref="CoresPerCall"/>.</summary>
    [Range(0, 10_000)]
    public int MaxCalls { get; set; }

    /// <summary>
    /// What a call takes of a processor while it runs, as <c>./dev bench call</c> measures it with the engines that are always
    /// there (<c>server_cpu_per_call</c>). Larger recognisers and patients take more.
    /// </summary>
    [Range(0.01, 64)]
    public double CoresPerCall { get; set; } = 0.2;

    /// <summary>
    /// The share of the processors that calls may take on the average, so that a turn's end in one does not wait for the others
    /// when in many of them somebody speaks.
    /// </summary>
    [Range(0.05, 1)]
    public double CoresShare { get; set; } = 0.5;

    /// <summary>A call rings at least this long.</summary>
    [Range(0, 60_000)]
    public int RingMs { get; set; } = 1_800;

    /// <summary>Speech of the trainee, while the patient speaks, that makes the patient stop.</summary>
    [Range(60, 2_000)]
    public int BargeInMs { get; set; } = 100;

    /// <summary>The same in the first seconds of a call, while echo cancellation is still learning, of sound that may be the patient's own voice.</summary>
    [Range(60, 2_000)]
    public int EarlyBargeInMs { get; set; } = 320;

    /// <summary>How long a call counts as early, from when it was placed.</summary>
    [Range(0, 60_000)]
    public int EarlyMs { get; set; } = 5_000;

    /// <summary>How long a trainee has to talk on until a patient who broke in gives way.</summary>
    [Range(60, 10_000)]
    public int InsistMs { get; set; } = 1_200;

    /// <summary>
    /// The patient's voice takes at least so long to the trainee's ear. Who begins to speak sooner has heard nothing of it and does
    /// not interrupt: they go on, and the patient takes the word back. No echo comes so soon either.
    /// </summary>
    [Range(0, 500)]
    public int UnheardMs { get; set; } = 60;

    /// <summary>So long a turn that is over by its silence is left open while it sounds as if the trainee went on.</summary>
    [Range(0, 500)]
    public int MayGoOnMs { get; set; } = 100;

    /// <summary>In a pause of the trainee's this long a cue about what was just said may be shown; a shorter one may lie between two words.</summary>
    [Range(60, 5_000)]
    public int CueAfterMs { get; set; } = 180;

    /// <summary>After so much silence the words are written down and a reply is prepared, in case the turn is over.</summary>
    [Range(60, 10_000)]
    public int PrepareAfterMs { get; set; } = 160;

    /// <summary>Nothing is prepared while the turn detector would wait longer than this: the trainee has hardly finished.</summary>
    [Range(0, 10_000)]
    public int PrepareWithinMs { get; set; } = 900;

    /// <summary>
    /// So long before the turn would be over its words are written down and the reply is prepared, if that is later than
    /// <see cref="PrepareAfterMs"/>: a recogniser that is stopped at every breath hears worse.
    /// </summary>
    [Range(0, 10_000)]
    public int PrepareAheadMs { get; set; } = 300;

    /// <summary>A "mm-hm" over the patient's voice is no longer than this; the patient goes on after it.</summary>
    [Range(0, 5_000)]
    public int BackchannelMs { get; set; } = 1_000;

    /// <summary>An utterance is cut after this long and the next one begins.</summary>
    [Range(5_000, 300_000)]
    public int MaxUtteranceMs { get; set; } = 60_000;

    /// <summary>The call waits this long for a browser that has gone.</summary>
    [Range(1_000, 3_600_000)]
    public int GraceMs { get; set; } = 60_000;

    /// <summary>The patient hangs up after this long on hold.</summary>
    [Range(10_000, 3_600_000)]
    public int MaxHoldMs { get; set; } = 300_000;

    [Range(60_000, 14_400_000)]
    public int MaxCallMs { get; set; } = 3_600_000;

    /// <summary>How far ahead of the clock the patient's voice is sent, so that the browser's jitter buffer never runs dry.</summary>
    [Range(20, 1_000)]
    public int PlayoutLeadMs { get; set; } = 120;

    /// <summary>Take the microphone as Opus over the hub from browsers that can encode it, where libopus is installed.</summary>
    public bool Opus { get; set; } = true;

    /// <summary>A recogniser that has not written down an utterance this long after its end has broken, and the next one takes over.</summary>
    [Range(500, 120_000)]
    public int FinalAtMostMs { get; set; } = 10_000;

    /// <summary>The log is written to the store at least this often.</summary>
    [Range(10, 1_000)]
    public int StoreEveryMs { get; set; } = 200;

    [Range(1, 10_000)]
    public int MaxTypedCharacters { get; set; } = 1_000;

    /// <summary>Let every engine work once after the start, so that the first call is as quick as the next.</summary>
    public bool WarmUp { get; set; } = true;

    /// <summary>Calls that are admitted at once.</summary>
    public int Capacity => MaxCalls > 0 ? MaxCalls : CapacityOf(Environment.ProcessorCount);

    // A little more, so that five calls at 0.2 in one core are not four.
    public int CapacityOf(int processors) => Math.Max(1, (int)(processors * CoresShare / CoresPerCall + 1e-6));
}
