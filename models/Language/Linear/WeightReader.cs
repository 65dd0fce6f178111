using System.Buffers.Binary;

namespace RealtimeTraining.Models.Language.Linear;

/// <summary>Walks through the bytes of a weight file, and never past them.</summary>
internal ref struct WeightReader(ReadOnlySpan<byte> left)
{
    private ReadOnlySpan<byte> _left = left;

    public readonly bool AtEnd => _left.IsEmpty;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _left.Length)
        {
            throw new InvalidDataException("The weight file ends too early.");
        }
        var bytes = _left[..count];
        _left = _left[count..];
        return bytes;
    }

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public float[] Floats(int count)
    {
        var bytes = Bytes(checked(count * 4));
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * 4)..]);
            if (!float.IsFinite(values[i]))
            {
                throw new InvalidDataException("The weight file has a weight that is no number.");
            }
        }
        return values;
    }

    /// <summary>At least 1, seven bits a byte.</summary>
    public int Distance()
    {
        var value = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            var part = Bytes(1)[0];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value > 0 ? value : throw new InvalidDataException("The weight file has a column twice.");
            }
        }
        throw new InvalidDataException("The weight file has a column past its last.");
    }

    public void Row(Span<sbyte> weights)
    {
        var mask = Bytes((weights.Length + 7) / 8);
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] = (mask[k / 8] >> (k % 8) & 1) == 1 ? (sbyte)Bytes(1)[0] : (sbyte)0;
        }
    }

    public static void WriteRow(Stream file, int distance, ReadOnlySpan<sbyte> weights)
    {
        for (; distance >= 0x80; distance >>= 7)
        {
            file.WriteByte((byte)(distance & 0x7F | 0x80));
        }
        file.WriteByte((byte)distance);
        Span<byte> mask = stackalloc byte[(weights.Length + 7) / 8];
        mask.Clear();
        for (var k = 0; k < weights.Length; k++)
        {
            mask[k / 8] |= (byte)(weights[k] != 0 ? 1 << (k % 8) : 0);
        }
        file.Write(mask);
        foreach (var weight in weights)
        {
            if (weight != 0)
            {
                file.WriteByte((byte)weight);
            }
        }
    }
}
