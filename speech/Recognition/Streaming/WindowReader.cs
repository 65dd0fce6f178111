using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>From what a decoder wrote to words that are believed. Thread-safe.</summary>
internal sealed class WindowReader(ISpeechMeter meter)
{
    public HeardWindow Read(IReadOnlyList<DecodedSegment> segments, WindowRequest request, int fromSample)
    {
        var speechMs = new Lazy<int>(() => meter.SpeechMs(request.Samples.Span));
        var (words, sure) = (new List<RecognizedWord>(), true);
        foreach (var segment in segments)
        {
            var written = SoundRemarks.Remove(WordAssembler.Assemble(segment.Tokens));
            var spoken = WrittenWords.Speak(written, (int)AudioFormat.Milliseconds(fromSample), (int)AudioFormat.Milliseconds(request.Samples.Length));
            var verdict = HallucinationGuard.Judge(new GuardEvidence(spoken, segment.NoSpeechProbability, () => speechMs.Value, request.Prompt));
            words.AddRange(verdict.Words);
            sure &= verdict.IsSure;
        }
        return new HeardWindow(words, sure && words.Count > 0);
    }
}
