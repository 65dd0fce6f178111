using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Speakers;

/// <summary>
/// Tells the voices of one channel apart, and knows none of them before: <see cref="VoiceClusters"/> on the cepstra of what
/// a detector takes for speech. Two who speak at once are one turn. The same sound gives the same turns.
/// Keeps 6.4 kB a second of sound. Not thread-safe.
/// </summary>
public sealed class SpeakerFinder
{
    private const int Dims = VoiceCepstra.Count;

    private readonly SpeakerFinderOptions options;
    private readonly ISpeechDetector detector;
    private readonly VoiceCepstra cepstra = new();
    private readonly List<float> features = [];
    private readonly List<bool> heard = [];
    private readonly float[] latest = new float[Dims * VoiceCepstra.StepsPerFrame];

    /// <param name="detector">New; is not disposed.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <exception cref="ValidationException">An option is out of range.</exception>
    public SpeakerFinder(ISpeechDetector detector, SpeakerFinderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(detector);
        (this.detector, this.options) = (detector, options ?? new SpeakerFinderOptions());
        Validator.ValidateObject(this.options, new ValidationContext(this.options), validateAllProperties: true);
    }

    /// <param name="frame">One frame of <see cref="AudioFormat.FrameSamples"/> samples, following those before.</param>
    public void Listen(ReadOnlySpan<short> frame)
    {
        var sound = detector.Process(frame);
        heard.Add(sound is { IsSpeech: true, IsHeld: false });
        cepstra.Read(frame, latest);
        features.AddRange(latest);
    }

    /// <param name="speakers">How many there are: of one voice, too, so many are made. Null: find out, which is less sure. In less than three seconds of speech one is found.</param>
    /// <returns>In the order of time, without overlaps.</returns>
    public IReadOnlyList<SpeakerTurn> Finish(int? speakers, CancellationToken cancellationToken = default)
    {
        var runs = SpeechMask.Runs([.. heard]);
        if (runs.Count == 0)
        {
            return [];
        }
        var steps = Speech(runs);
        Normalise(steps);
        var regions = Regions(runs);
        return Turns(runs, regions, new VoiceClusters(options, steps, Dims, regions).Find(speakers, cancellationToken));
    }

    /// <summary>The features of the speech alone.</summary>
    private float[] Speech(IReadOnlyList<(int From, int To)> runs)
    {
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(features);
        var speech = new float[runs.Sum(run => run.To - run.From) * latest.Length];
        var at = 0;
        foreach (var (from, to) in runs)
        {
            all[(from * latest.Length)..(to * latest.Length)].CopyTo(speech.AsSpan(at));
            at += (to - from) * latest.Length;
        }
        return speech;
    }

    /// <summary>The runs as steps of the speech alone.</summary>
    private static List<(int From, int To)> Regions(IReadOnlyList<(int From, int To)> runs)
    {
        var regions = new List<(int, int)>();
        var at = 0;
        foreach (var (from, to) in runs)
        {
            regions.Add((at, at += (to - from) * VoiceCepstra.StepsPerFrame));
        }
        return regions;
    }

    /// <summary>A mean of 0 and a variance of 1 in each feature, so that none weighs more by its unit alone.</summary>
    private static void Normalise(float[] steps)
    {
        var count = steps.Length / Dims;
        for (var i = 0; i < Dims; i++)
        {
            var (sum, square) = (0d, 0d);
            for (var at = i; at < steps.Length; at += Dims)
            {
                sum += steps[at];
                square += (double)steps[at] * steps[at];
            }
            var mean = sum / count;
            var scale = 1 / Math.Sqrt(Math.Max(1e-6, square / count - mean * mean));
            for (var at = i; at < steps.Length; at += Dims)
            {
                steps[at] = (float)((steps[at] - mean) * scale);
            }
        }
    }

    private static List<SpeakerTurn> Turns(IReadOnlyList<(int From, int To)> runs, List<(int From, int To)> regions, int[] voices)
    {
        var turns = new List<SpeakerTurn>();
        var names = new Dictionary<int, int>();
        foreach (var ((firstFrame, _), (from, to)) in runs.Zip(regions))
        {
            var startMs = firstFrame * AudioFormat.FrameMs;
            for (int at = from, next; at < to; at = next)
            {
                next = at + 1;
                while (next < to && voices[next] == voices[at])
                {
                    next++;
                }
                names.TryAdd(voices[at], names.Count);
                turns.Add(new SpeakerTurn(names[voices[at]], startMs + (at - from) * VoiceCepstra.StepMs, startMs + (next - from) * VoiceCepstra.StepMs));
            }
        }
        return turns;
    }
}
