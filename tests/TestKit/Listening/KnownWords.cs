using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.TestKit.Listening;

/// <summary>
/// A recogniser that makes no mistakes and is as late as a real one: each word is in the words so far some time after its
/// last sound, and in the final ones at once. Times are the microphone's.
/// </summary>
/// <param name="nowMs">How far the microphone has come.</param>
public sealed class KnownWords(IReadOnlyList<RecognizedWord> words, Func<int> nowMs) : IRecognitionStream
{
    /// <summary>PocketSphinx settles on a word after about so much more sound.</summary>
    private const int LateMs = 250;
    private int _taken;
    private string _told = "";

    public event Action<PartialTranscript>? Partial;

    public long DroppedFrames => 0;

    public bool Write(ReadOnlyMemory<short> samples)
    {
        var known = string.Join(' ', Known(nowMs() - LateMs).Select(word => word.Text));
        if (known != _told)
        {
            _told = known;
            Partial?.Invoke(new PartialTranscript(known));
        }
        return true;
    }

    public ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
    {
        var known = Known(nowMs()).ToList();
        (_taken, _told) = (_taken + known.Count, "");
        return ValueTask.FromResult(known.Count == 0 ? Transcript.Empty : new Transcript(string.Join(' ', known.Select(word => word.Text)), 0.9, []));
    }

    public ValueTask AbandonAsync()
    {
        (_taken, _told) = (_taken + Known(nowMs()).Count(), "");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<RecognizedWord> Known(int untilMs) => words.Skip(_taken).TakeWhile(word => word.EndMs <= untilMs + AudioFormat.FrameMs);
}
