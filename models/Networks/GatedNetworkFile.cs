using System.Text.Json;
using System.Text.Json.Serialization;
using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Networks;

/// <summary>
/// Files of networks (<c>.rtgn</c>): "RTGN", a version, the header as JSON, what scales the features, then matrices, each column as a scale and
/// a signed byte for each weight, and vectors as they are. Little endian.
/// </summary>
public static class GatedNetworkFile
{
    public const int MaxBytes = 1 << 20;

    private const int Version = 1;
    private const int MaxHeaderBytes = 64 << 10;

    private static ReadOnlySpan<byte> Magic => "RTGN"u8;

    /// <exception cref="InvalidDataException">Not a network's file, damaged, or past a limit.</exception>
    public static GatedNetwork Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes || file.Length < 12 || !file.StartsWith(Magic) || file[4] != Version)
        {
            throw new InvalidDataException("This is no file of a network, or one of another version.");
        }
        var reader = new WeightReader(file[5..]);
        var length = reader.Int();
        if (length is < 2 or > MaxHeaderBytes)
        {
            throw new InvalidDataException("The network's header has an impossible length.");
        }
        var header = ReadHeader(reader.Bytes(length));
        var weights = new GatedWeights(header.Inputs, header.Hidden);
        reader.Floats(header.Inputs).CopyTo(weights.Means, 0);
        reader.Floats(header.Inputs).CopyTo(weights.Scales, 0);
        foreach (var (values, column) in weights.Trained)
        {
            ReadValues(ref reader, values, column);
        }
        return reader.AtEnd ? new GatedNetwork(header, weights) : throw new InvalidDataException($"{header.Name} goes on past its end.");
    }

    public static byte[] Write(GatedHeader header, GatedWeights weights)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(weights);
        using var file = new MemoryStream();
        file.Write(Magic);
        file.WriteByte(Version);
        var json = JsonSerializer.SerializeToUtf8Bytes(header, GatedJson.Default.GatedHeader);
        WeightWriter.WriteInt(file, json.Length);
        file.Write(json);
        WeightWriter.WriteFloats(file, weights.Means);
        WeightWriter.WriteFloats(file, weights.Scales);
        foreach (var (values, column) in weights.Trained)
        {
            WriteValues(file, values, column);
        }
        return file.ToArray();
    }

    private static void ReadValues(ref WeightReader reader, float[] values, int column)
    {
        if (column == 0)
        {
            reader.Floats(values.Length).CopyTo(values, 0);
            return;
        }
        for (var at = 0; at < values.Length; at += column)
        {
            var scale = reader.Floats(1)[0];
            var bytes = reader.Bytes(column);
            for (var i = 0; i < column; i++)
            {
                values[at + i] = scale * (sbyte)bytes[i];
            }
        }
    }

    private static void WriteValues(MemoryStream file, float[] values, int column)
    {
        if (column == 0)
        {
            WeightWriter.WriteFloats(file, values);
            return;
        }
        for (var at = 0; at < values.Length; at += column)
        {
            var weights = values.AsSpan(at, column);
            var most = 0f;
            foreach (var weight in weights)
            {
                most = Math.Max(most, Math.Abs(weight));
            }
            var scale = most / sbyte.MaxValue;
            WeightWriter.WriteFloats(file, [scale]);
            foreach (var weight in weights)
            {
                file.WriteByte((byte)(sbyte)(scale > 0 ? MathF.Round(weight / scale) : 0));
            }
        }
    }

    private static GatedHeader ReadHeader(ReadOnlySpan<byte> json)
    {
        GatedHeader? header;
        try
        {
            header = JsonSerializer.Deserialize(json, GatedJson.Default.GatedHeader);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The network's header cannot be read.", e);
        }
        return header is { Name: not null, Features: not null, TrainedOn: not null, Inputs: >= 1 and <= GatedHeader.MaxInputs, Hidden: >= 1 and <= GatedHeader.MaxHidden }
            ? header : throw new InvalidDataException("The network's header says what cannot be.");
    }
}

[JsonSerializable(typeof(GatedHeader))]
internal sealed partial class GatedJson : JsonSerializerContext;
