using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>What is used of libpocketsphinx 5prealpha and libsphinxbase. A decoder and all it owns belong to one thread.</summary>
internal static partial class SphinxNative
{
    public const string Decoder = "libpocketsphinx.so.3";
    public const string Base = "libsphinxbase.so.3";

    [LibraryImport(Base, EntryPoint = "err_set_logfp")]
    public static partial void SetLogFile(nint file);

    [LibraryImport(Base, EntryPoint = "cmd_ln_parse_r", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ParseArguments(nint inOut, nint definitions, int count, string[] arguments, int strict);

    [LibraryImport(Base, EntryPoint = "cmd_ln_free_r")]
    public static partial int FreeArguments(nint config);

    [LibraryImport(Decoder, EntryPoint = "ps_args")]
    public static partial nint ArgumentDefinitions();

    [LibraryImport(Decoder, EntryPoint = "ps_init")]
    public static partial nint Init(nint config);

    [LibraryImport(Decoder, EntryPoint = "ps_free")]
    public static partial int Free(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_start_stream")]
    public static partial int StartStream(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_start_utt")]
    public static partial int StartUtterance(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_process_raw")]
    public static unsafe partial int Process(nint decoder, short* samples, nuint count, int noSearch, int fullUtterance);

    [LibraryImport(Decoder, EntryPoint = "ps_end_utt")]
    public static partial int EndUtterance(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_get_hyp")]
    public static partial nint Hypothesis(nint decoder, out int score);

    [LibraryImport(Decoder, EntryPoint = "ps_get_prob")]
    public static partial int Probability(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_get_logmath")]
    public static partial nint LogMath(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_get_config")]
    public static partial nint Config(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_get_feat")]
    public static partial nint Features(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_iter")]
    public static partial nint FirstSegment(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_next")]
    public static partial nint NextSegment(nint segment);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_word")]
    public static partial nint SegmentWord(nint segment);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_frames")]
    public static partial void SegmentFrames(nint segment, out int first, out int last);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_prob")]
    public static partial int SegmentProbability(nint segment, out int acoustic, out int language, out int backoff);

    [LibraryImport(Decoder, EntryPoint = "ps_lookup_word", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint LookUpWord(nint decoder, string word);

    [LibraryImport(Decoder, EntryPoint = "ps_add_word", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddWord(nint decoder, string word, string phones, int update);

    [LibraryImport(Decoder, EntryPoint = "ps_set_lm", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetLanguageModel(nint decoder, string name, nint model);

    [LibraryImport(Decoder, EntryPoint = "ps_set_search", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetSearch(nint decoder, string name);

    [LibraryImport(Decoder, EntryPoint = "ps_unset_search", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnsetSearch(nint decoder, string name);

    [LibraryImport(Base, EntryPoint = "logmath_exp")]
    public static partial double Exp(nint logMath, int logarithm);

    [LibraryImport(Base, EntryPoint = "ngram_model_read", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ReadModel(nint config, string path, int type, nint logMath);

    [LibraryImport(Base, EntryPoint = "ngram_model_free")]
    public static partial int FreeModel(nint model);

    [LibraryImport(Base, EntryPoint = "ngram_model_set_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CombineModels(nint config, nint[] models, string[] names, float[] weights, int count);

    [LibraryImport(Base, EntryPoint = "ngram_wid", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WordId(nint model, string word);

    [LibraryImport(Base, EntryPoint = "ngram_unknown_wid")]
    public static partial int UnknownWordId(nint model);

    [LibraryImport(Base, EntryPoint = "feat_s2mfc2feat_live")]
    public static unsafe partial int ComputeFeatures(
        nint features, float** cepstra, ref int count, int begins, int ends, nint output);

    [LibraryImport(Base, EntryPoint = "feat_array_alloc")]
    public static partial nint AllocateFeatures(nint features, int count);

    [LibraryImport(Base, EntryPoint = "feat_array_free")]
    public static partial void FreeFeatures(nint array);

    [LibraryImport(Base, EntryPoint = "ckd_free")]
    public static partial void FreeMemory(nint pointer);
}
