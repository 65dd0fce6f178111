using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// A voice that arrives over a network, in order: collects a little before it begins, and throws away what would put it
/// further behind than <see cref="MaxBehindMs"/>. Not thread-safe.
/// </summary>
internal sealed class QueuedVoice
{
    public const int MaxBehindMs = 400;
    private const int StartMs = 60;
    private static readonly int Start = AudioFormat.Samples(StartMs);
    private static readonly int Most = AudioFormat.Samples(MaxBehindMs);
    private readonly Queue<short> _samples = new(Most);
    private bool _playing;

    /// <summary>Samples that came too late to be live.</summary>
    public long Lost { get; private set; }

    public void Add(ReadOnlySpan<short> samples)
    {
        foreach (var sample in samples)
        {
            _samples.Enqueue(sample);
        }
        // After a jam everything comes at once: the newest is what is happening now.
        while (_samples.Count > Most)
        {
            _samples.Dequeue();
            Lost++;
        }
    }

    /// <summary>Adds what is due to the block.</summary>
    public void MixInto(Span<int> block)
    {
        _playing |= _samples.Count >= Start;
        for (var i = 0; _playing && i < block.Length; i++)
        {
            if (!_samples.TryDequeue(out var sample))
            {
                _playing = false;
                return;
            }
            block[i] += sample;
        }
    }
}
