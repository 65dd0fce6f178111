namespace RealtimeTraining.Speech.Audio.Opus;

/// <summary>G.711, the codec that needs no library: 8 kHz, one byte a sample (ITU-T G.711). Pure.</summary>
public static class G711
{
    public const int SampleRateHz = 8_000;
    private const int MuBias = 0x84;
    private const int MuClip = 32_635;
    private static readonly short[] FromMuTable = [.. Enumerable.Range(0, 256).Select(code => MuToLinear((byte)code))];
    private static readonly short[] FromATable = [.. Enumerable.Range(0, 256).Select(code => AToLinear((byte)code))];

    public static short FromMuLaw(byte code) => FromMuTable[code];

    public static short FromALaw(byte code) => FromATable[code];

    public static byte ToMuLaw(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), MuClip) + MuBias;
        var exponent = Math.Max(0, int.Log2(magnitude) - 7);
        var mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte)~(sign | (exponent << 4) | mantissa);
    }

    public static byte ToALaw(short sample)
    {
        var positive = sample >= 0;
        var magnitude = Math.Min(positive ? sample : -(int)sample - 1, 32_767) >> 3;
        var exponent = magnitude < 32 ? 0 : int.Log2(magnitude) - 4;
        var mantissa = exponent == 0 ? magnitude >> 1 : magnitude >> exponent;
        return (byte)(((exponent << 4) | (mantissa & 0x0F) | (positive ? 0x80 : 0)) ^ 0x55);
    }

    private static short MuToLinear(byte code)
    {
        var bits = (byte)~code;
        var magnitude = ((((bits & 0x0F) << 3) + MuBias) << ((bits & 0x70) >> 4)) - MuBias;
        return (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static short AToLinear(byte code)
    {
        var bits = (byte)(code ^ 0x55);
        var exponent = (bits & 0x70) >> 4;
        var magnitude = ((bits & 0x0F) << 4) + 8;
        if (exponent > 0)
        {
            magnitude = (magnitude + 0x100) << (exponent - 1);
        }
        return (short)((bits & 0x80) != 0 ? magnitude : -magnitude);
    }
}
