using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>One ps_decoder_t. All calls must come from the thread that made it.</summary>
internal sealed class SphinxDecoder : IDisposable
{
    private const int FrameMs = 10;

    private readonly nint decoder;
    private bool inUtterance;

    public SphinxDecoder(PocketSphinxOptions options)
    {
        SphinxNative.SetLogFile(0);
        // The flat second pass is off, the best path through the lattice is on: see README.md in this folder for what they cost and what they gain.
        string[] arguments =
        [
            "rt",
            "-hmm", Path.Combine(options.ModelFolder, "en-us"),
            "-lm", Path.Combine(options.ModelFolder, "en-us.lm.bin"),
            "-dict", Path.Combine(options.ModelFolder, "cmudict-en-us.dict"),
            "-fwdflat", "no",
            "-bestpath", "yes",
            "-remove_silence", "no",
        ];
        var config = SphinxNative.ParseArguments(0, SphinxNative.ArgumentDefinitions(), arguments.Length, arguments, 1);
        if (config == 0)
        {
            throw new InvalidOperationException("PocketSphinx refused its options.");
        }
        decoder = SphinxNative.Init(config);
        _ = SphinxNative.FreeArguments(config);
        if (decoder == 0)
        {
            throw new InvalidOperationException($"PocketSphinx could not load its model from {options.ModelFolder}.");
        }
    }

    public unsafe void Process(ReadOnlySpan<short> samples)
    {
        if (!inUtterance)
        {
            Check(SphinxNative.StartUtterance(decoder), "begin an utterance");
            inUtterance = true;
        }
        fixed (short* pointer = samples)
        {
            Check(SphinxNative.Process(decoder, pointer, (nuint)samples.Length, 0, 0), "decode");
        }
    }

    /// <summary>The words so far; empty between utterances.</summary>
    public string Partial() =>
        inUtterance ? SphinxWords.Join(Marshal.PtrToStringUTF8(SphinxNative.Hypothesis(decoder, out _))) : "";

    public Transcript Finish(int offsetMs)
    {
        if (!inUtterance)
        {
            return Transcript.Empty;
        }
        inUtterance = false;
        Check(SphinxNative.EndUtterance(decoder), "end an utterance");
        var logMath = SphinxNative.LogMath(decoder);
        // Asking for the words finds the best path in the lattice, on which the words' posteriors are computed.
        _ = SphinxNative.Hypothesis(decoder, out _);
        _ = SphinxNative.Probability(decoder);
        var words = new List<RecognizedWord>();
        for (var segment = SphinxNative.FirstSegment(decoder); segment != 0; segment = SphinxNative.NextSegment(segment))
        {
            if (SphinxWords.Clean(Marshal.PtrToStringUTF8(SphinxNative.SegmentWord(segment))) is not { } text)
            {
                continue;
            }
            SphinxNative.SegmentFrames(segment, out var first, out var last);
            var posterior = SphinxNative.Exp(logMath, SphinxNative.SegmentProbability(segment, out _, out _, out _));
            words.Add(new RecognizedWord(
                text, offsetMs + first * FrameMs, offsetMs + (last + 1) * FrameMs, Math.Clamp(posterior, 0, 1)));
        }
        return words.Count == 0
            ? Transcript.Empty
            : new Transcript(string.Join(' ', words.Select(word => word.Text)), words.Average(word => word.Confidence), words);
    }

    public void Abandon()
    {
        if (inUtterance)
        {
            inUtterance = false;
            Check(SphinxNative.EndUtterance(decoder), "end an utterance");
        }
    }

    public void Dispose() => _ = SphinxNative.Free(decoder);

    private static void Check(int result, string what)
    {
        if (result < 0)
        {
            throw new InvalidOperationException($"PocketSphinx could not {what}.");
        }
    }
}
