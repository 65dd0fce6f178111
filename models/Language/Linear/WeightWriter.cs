using System.Buffers.Binary;

namespace RealtimeTraining.Models.Language.Linear;

/// <summary>Numbers of a weight file, little endian, as <see cref="WeightReader"/> reads them.</summary>
internal static class WeightWriter
{
    public static void WriteInt(Stream file, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        file.Write(bytes);
    }

    public static void WriteFloats(Stream file, ReadOnlySpan<float> values)
    {
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
            file.Write(bytes);
        }
    }
}
