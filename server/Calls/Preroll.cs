namespace RealtimeTraining.Server.Calls;

/// <summary>The last frames before speech was noticed, so that a first consonant is not lost. Not thread-safe.</summary>
public sealed class Preroll
{
    private const int Frames = 15;
    private readonly Queue<short[]> _frames = new(Frames);

    public void Add(MicrophoneFrame frame)
    {
        if (_frames.Count == Frames)
        {
            _frames.Dequeue();
        }
        _frames.Enqueue(frame.Samples);
    }

    public IReadOnlyList<short[]> Take()
    {
        short[][] taken = [.. _frames];
        _frames.Clear();
        return taken;
    }
}
