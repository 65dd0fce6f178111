using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>What is used of libflite 2.2 (cst_wave.h, flite.h). Nothing of it is safe on two threads at once.</summary>
internal static partial class FliteNative
{
    public const string Library = "libflite.so.1";

    [LibraryImport(Library, EntryPoint = "flite_init")]
    public static partial int Init();

    [LibraryImport(Library, EntryPoint = "flite_text_to_wave", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint TextToWave(string text, nint voice);

    [LibraryImport(Library, EntryPoint = "delete_wave")]
    public static partial void DeleteWave(nint wave);

    /// <param name="name">Flite keeps the pointer, so the text must live as long as the voice.</param>
    [LibraryImport(Library, EntryPoint = "flite_feat_set_float")]
    public static partial void SetFloat(nint features, nint name, float value);

    [LibraryImport(Library, EntryPoint = "flite_get_param_float")]
    public static partial float GetFloat(nint features, nint name, float fallback);

    /// <summary>cst_wave.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Wave
    {
        public nint Type;
        public int SampleRateHz;
        public int SampleCount;
        public int ChannelCount;
        public nint Samples;
    }

    /// <summary>The head of cst_voice.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct VoiceHead
    {
        public nint Name;
        public nint Features;
    }
}
