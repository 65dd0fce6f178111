using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// Hears speech by its level over the noise floor. The floor is the minimum of the smoothed level over the last
/// seconds (minimum statistics, after R. Martin 2001, in its simplest form): it follows a louder room within one
/// window and a quieter one at once, and is not pulled up by speech, which always has gaps. A high-pass takes out DC
/// and hum before anything is measured. It cannot tell speech from other sudden sounds. Not thread-safe.
/// </summary>
public sealed class EnergySpeechDetector : ISpeechDetector
{
    private const float Smoothing = 0.4f;

    // The minimum of a fluctuating level lies below its mean by about this much, for 20 ms frames of steady noise.
    private const float MinimumBiasDb = 2f;

    // A second: nobody speaks that long without a gap in which the room is heard.
    private const int FirstFrames = 1_000 / AudioFormat.FrameMs;

    private readonly EnergySpeechDetectorOptions options;
    private readonly HighPass highPass = new();
    private readonly MinimumTracker floor;
    private readonly bool[] recent;
    private readonly int hangoverFrames;
    private float smoothed;
    private int frames;
    private int quietFrames;
    private bool speaking;

    public EnergySpeechDetector(EnergySpeechDetectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        if (options.OnsetFrames > options.OnsetWindowFrames || options.HoldAboveNoiseDb > options.OnsetAboveNoiseDb)
        {
            throw new ValidationException(
                "OnsetFrames must not exceed OnsetWindowFrames, nor HoldAboveNoiseDb OnsetAboveNoiseDb.");
        }
        this.options = options;
        floor = new MinimumTracker(options.NoiseWindowMs / AudioFormat.FrameMs);
        recent = new bool[options.OnsetWindowFrames];
        hangoverFrames = options.HangoverMs / AudioFormat.FrameMs;
    }

    public SpeechFrame Process(ReadOnlySpan<short> frame)
    {
        if (frame.Length != AudioFormat.FrameSamples)
        {
            throw new ArgumentException(
                $"A frame has {AudioFormat.FrameSamples} samples, not {frame.Length}.", nameof(frame));
        }
        var level = highPass.LevelDbfs(frame);
        smoothed = frames == 0 ? level : smoothed + Smoothing * (level - smoothed);
        frames++;
        floor.Add(Math.Max(smoothed, Loudness.SilenceDbfs));
        var noise = floor.Minimum + MinimumBiasDb;
        if (frames < FirstFrames)
        {
            noise = Math.Min(noise, options.FirstNoiseDbfs);
        }
        speaking = Decide(level, noise);
        return new SpeechFrame(speaking, level, noise)
        {
            IsHeld = speaking && level < noise + options.HoldAboveNoiseDb,
            MayBegin = !speaking && recent[frames % recent.Length],
        };
    }

    public void Reset()
    {
        highPass.Reset();
        floor.Reset();
        Array.Clear(recent);
        (frames, quietFrames, speaking) = (0, 0, false);
    }

    private bool Decide(float level, float noise)
    {
        if (frames <= options.WarmUpFrames)
        {
            return false;
        }
        var margin = speaking ? options.HoldAboveNoiseDb : options.OnsetAboveNoiseDb;
        var loud = level >= noise + margin && level >= options.MinimumSpeechDbfs;
        recent[frames % recent.Length] = loud;
        quietFrames = loud ? 0 : quietFrames + 1;
        return speaking ? quietFrames <= hangoverFrames : recent.Count(heard => heard) >= options.OnsetFrames;
    }
}
