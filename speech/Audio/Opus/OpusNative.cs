using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Audio.Opus;

/// <summary>What is used of libopus 1.x (opus.h). A state is not safe on two threads at once.</summary>
internal static unsafe partial class OpusNative
{
    public const string Library = "libopus.so.0";
    public const int ApplicationVoip = 2048;
    public const int SetBitrate = 4002;
    public const int SetComplexity = 4010;
    public const int SetInbandFec = 4012;
    public const int SetPacketLossPercent = 4014;
    public const int ResetState = 4028;

    [LibraryImport(Library, EntryPoint = "opus_decoder_create")]
    public static partial nint DecoderCreate(int sampleRateHz, int channels, out int error);

    [LibraryImport(Library, EntryPoint = "opus_decoder_destroy")]
    public static partial void DecoderDestroy(nint decoder);

    [LibraryImport(Library, EntryPoint = "opus_decoder_ctl")]
    public static partial int DecoderControl(nint decoder, int request);

    /// <summary>Null data conceals; with <paramref name="fec"/> 1 the packet's copy of the one before it is decoded.</summary>
    [LibraryImport(Library, EntryPoint = "opus_decode")]
    public static partial int Decode(nint decoder, byte* data, int length, short* pcm, int frameSamples, int fec);

    [LibraryImport(Library, EntryPoint = "opus_packet_get_nb_samples")]
    public static partial int PacketSamples(byte* data, int length, int sampleRateHz);

    [LibraryImport(Library, EntryPoint = "opus_encoder_create")]
    public static partial nint EncoderCreate(int sampleRateHz, int channels, int application, out int error);

    [LibraryImport(Library, EntryPoint = "opus_encoder_destroy")]
    public static partial void EncoderDestroy(nint encoder);

    [LibraryImport(Library, EntryPoint = "opus_encode")]
    public static partial int Encode(nint encoder, short* pcm, int frameSamples, byte* data, int maxBytes);

    /// <summary>Takes variable arguments in C; on Linux a single int is passed in the same way as a declared one.</summary>
    [LibraryImport(Library, EntryPoint = "opus_encoder_ctl")]
    public static partial int EncoderControl(nint encoder, int request, int value);
}
