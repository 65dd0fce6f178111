using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>One ps_decoder_t. All calls must come from the thread that made it.</summary>
internal sealed class SphinxDecoder : IDisposable
{
    private const int FrameMs = 10;

    /// <summary>How sure the words are that no path bears out.</summary>
    private const double Doubtful = 0.5;

    /// <summary>Fewer of those may be a cough.</summary>
    private const int DoubtfulWords = 3;

    private const int ArpaFormat = 1;
    private const int BinaryFormat = 2;
    private const string Search = "call";

    private readonly nint decoder;
    private readonly nint generalModel;
    private readonly CepstralMean mean;
    private volatile string? leanedTo;
    private bool inUtterance;

    public SphinxDecoder(PocketSphinxOptions options)
    {
        SphinxNative.SetLogFile(0);
        // The flat second pass is off, the best path through the lattice is on: see README.md in this folder for what they cost and what they gain.
        string[] arguments =
        [
            "rt",
            "-hmm", Path.Combine(options.ModelFolder, "en-us"),
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
        generalModel = ReadModel(Path.Combine(options.ModelFolder, "en-us.lm.bin"), BinaryFormat);
        mean = new CepstralMean(SphinxNative.Features(decoder));
    }

    /// <summary>The <see cref="LeanModel.Key"/> it was prepared with last. The one thing that may be read on any thread.</summary>
    public string? LeanedTo => leanedTo;

    /// <summary>
    /// Makes the decoder ready for a call: the general language model and the call's own, side by side, the words that
    /// the dictionary lacks put in, the microphone of the last call forgotten. Some 0.1 s, nothing for the same model.
    /// </summary>
    public void Prepare(LeanModel lean, double weight)
    {
        Abandon();
        mean.Reset();
        // Forgets the noise that the front end has learnt to subtract.
        Check(SphinxNative.StartStream(decoder), "begin a call");
        if (leanedTo == lean.Key)
        {
            return;
        }
        if (leanedTo is not null)
        {
            // Before words are added: each would go into the language model that is in use, too.
            Check(SphinxNative.UnsetSearch(decoder, Search), "leave a language model");
            leanedTo = null;
        }
        foreach (var word in lean.Words)
        {
            AddToDictionary(word);
        }
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, lean.Arpa);
            UseTogether(ReadModel(path, ArpaFormat), weight);
            leanedTo = lean.Key;
        }
        finally
        {
            File.Delete(path);
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
        // Where no path through the lattice reaches the end there are no words at the end, though there were some until then.
        var soFar = Words(offsetMs, _ => Doubtful);
        Check(SphinxNative.EndUtterance(decoder), "end an utterance");
        var logMath = SphinxNative.LogMath(decoder);
        // Asking for the words finds the best path in the lattice, on which the words' posteriors are computed.
        _ = SphinxNative.Hypothesis(decoder, out _);
        _ = SphinxNative.Probability(decoder);
        var words = Words(offsetMs, segment => SphinxNative.Exp(logMath, SphinxNative.SegmentProbability(segment, out _, out _, out _)));
        if (words.Count == 0 && soFar.Count >= DoubtfulWords)
        {
            words = soFar;
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

    public void Dispose()
    {
        mean.Dispose();
        _ = SphinxNative.FreeModel(generalModel);
        _ = SphinxNative.Free(decoder);
    }

    private List<RecognizedWord> Words(int offsetMs, Func<nint, double> confidence)
    {
        var words = new List<RecognizedWord>();
        // Frames are counted through the call; an utterance's first segment, the silence before it, begins with it.
        int? origin = null;
        for (var segment = SphinxNative.FirstSegment(decoder); segment != 0; segment = SphinxNative.NextSegment(segment))
        {
            SphinxNative.SegmentFrames(segment, out var first, out var last);
            origin ??= first;
            if (SphinxWords.Clean(Marshal.PtrToStringUTF8(SphinxNative.SegmentWord(segment))) is { } text)
            {
                words.Add(new RecognizedWord(
                    text, offsetMs + (first - origin.Value) * FrameMs, offsetMs + (last + 1 - origin.Value) * FrameMs, Math.Clamp(confidence(segment), 0, 1)));
            }
        }
        return words;
    }

    private nint ReadModel(string path, int format)
    {
        var model = SphinxNative.ReadModel(
            SphinxNative.Config(decoder), path, format, SphinxNative.LogMath(decoder));
        return model != 0 ? model : throw new InvalidOperationException($"PocketSphinx could not read {path}.");
    }

    private void UseTogether(nint leanModel, double weight)
    {
        var both = SphinxNative.CombineModels(SphinxNative.Config(decoder), [generalModel, leanModel],
            ["general", "lean"], [(float)(1 - weight), (float)weight], 2);
        // The set holds on to its models, the search to the set.
        _ = SphinxNative.FreeModel(leanModel);
        if (both == 0)
        {
            throw new InvalidOperationException("PocketSphinx could not combine its language models.");
        }
        var set = SphinxNative.SetLanguageModel(decoder, Search, both);
        _ = SphinxNative.FreeModel(both);
        Check(set, "take a language model");
        Check(SphinxNative.SetSearch(decoder, Search), "use a language model");
    }

    private void AddToDictionary(string word)
    {
        var known = SphinxNative.LookUpWord(decoder, word);
        if (known != 0)
        {
            SphinxNative.FreeMemory(known);
        }
        else if (Pronouncer.Pronounce(word) is { } phones)
        {
            Check(SphinxNative.AddWord(decoder, word, phones, 0), "learn a word");
        }
    }

    private static void Check(int result, string what)
    {
        if (result < 0)
        {
            throw new InvalidOperationException($"PocketSphinx could not {what}.");
        }
    }
}
