using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Models.Networks;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Detection;

/// <summary>
/// Hears a near voice by how it sounds, with a network of our own (<see cref="SpeechNetwork"/>): fans, keys, telephones
/// and people behind are not taken for it. Looks back only. Level and noise are those of <see cref="EnergySpeechDetector"/>.
/// Allocates nothing a frame. Not thread-safe.
/// </summary>
public sealed class TrainedSpeechDetector : ISpeechDetector
{
    /// <summary>Of what is counted as speech in hindsight: so likely a frame need only be to be waited for.</summary>
    private const float MayBeginShare = 0.5f;

    /// <summary>How periodic a vowel is.</summary>
    private const float Voiced = 0.5f;

    private readonly TrainedSpeechDetectorOptions options;
    private readonly GatedNetwork network;
    private readonly GatedMemory memory;
    private readonly EnergySpeechDetector level;
    private readonly SpeechFeatures sound = new();
    private readonly float[] features = new float[SpeechFeatures.Count];
    private readonly int hangoverFrames;
    private int doubtfulFrames;
    private int likelyFrames;
    private int voicedFrames;
    private int unlikelyFrames;
    private bool speaking;

    /// <param name="loudness">How level and noise are measured; null: as by default.</param>
    /// <param name="network">Null: <see cref="SpeechNetwork.Shared"/>.</param>
    /// <exception cref="ValidationException">An option is out of range.</exception>
    /// <exception cref="InvalidDataException">The network is damaged, or one for something else.</exception>
    public TrainedSpeechDetector(TrainedSpeechDetectorOptions options, EnergySpeechDetectorOptions? loudness = null, GatedNetwork? network = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        if (options.HoldProbability > options.OnsetProbability)
        {
            throw new ValidationException("HoldProbability must not exceed OnsetProbability.");
        }
        (this.options, this.network) = (options, network ?? SpeechNetwork.Shared);
        SpeechNetwork.Check(this.network);
        level = new EnergySpeechDetector(loudness ?? new EnergySpeechDetectorOptions());
        memory = this.network.NewMemory();
        hangoverFrames = options.HangoverMs / AudioFormat.FrameMs;
    }

    /// <summary>How likely the last frame was speech, 0 to 1.</summary>
    public float Probability { get; private set; }

    public SpeechFrame Process(ReadOnlySpan<short> frame)
    {
        var heard = level.Process(frame);
        sound.Read(frame, features);
        Probability = network.Step(features, memory);
        var loudEnough = heard.LevelDbfs >= options.MinimumSpeechDbfs;
        var likely = loudEnough && Probability >= (speaking ? options.HoldProbability : options.OnsetProbability);
        likelyFrames = likely ? likelyFrames + 1 : 0;
        unlikelyFrames = likely ? 0 : unlikelyFrames + 1;
        var voiced = loudEnough && Probability >= options.VoicedProbability && sound.Voicing >= Voiced;
        voicedFrames = voiced ? voicedFrames + 1 : 0;
        var begins = !speaking && (likelyFrames >= options.OnsetFrames || voicedFrames >= options.VoicedFrames);
        speaking = speaking ? unlikelyFrames <= hangoverFrames : begins;
        var lateMs = begins ? Math.Min(doubtfulFrames * AudioFormat.FrameMs, options.LateAtMostMs) : 0;
        doubtfulFrames = !speaking && heard.IsSpeech && Probability >= options.DoubtfulProbability ? doubtfulFrames + 1 : 0;
        return heard with
        {
            IsSpeech = speaking,
            IsHeld = speaking && !likely,
            MayBegin = !speaking && (heard.MayBegin || heard.IsSpeech) && Probability >= MayBeginShare * options.DoubtfulProbability,
            LateMs = lateMs,
        };
    }

    public void Reset()
    {
        level.Reset();
        sound.Reset();
        memory.Clear();
        (doubtfulFrames, likelyFrames, voicedFrames, unlikelyFrames, speaking, Probability) = (0, 0, 0, 0, false, 0);
    }
}
