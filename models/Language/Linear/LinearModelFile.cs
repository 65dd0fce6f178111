using System.Text.Json;

namespace RealtimeTraining.Models.Language.Linear;

/// <summary>
/// Weight files: "RTLM", a version, the header as JSON, bias and scale a label, dense weights, then the columns that have
/// weights, each as its distance from the last, which labels it has, and a signed byte for each of these.
/// </summary>
public static class LinearModelFile
{
    public const int MaxBytes = 4 << 20;
    public const int MaxLabels = 256;
    public const int MaxDense = 1024;

    private const int Version = 1;
    private const int MaxHeaderBytes = 64 << 10;

    private static ReadOnlySpan<byte> Magic => "RTLM"u8;

    /// <summary>The one of that name that the product carries.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or the build has none.</exception>
    public static LinearModel ReadCarried(string fileName)
    {
        using var stream = typeof(LinearModelFile).Assembly.GetManifestResourceStream(fileName) ?? throw new InvalidDataException($"The build holds no {fileName}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    /// <exception cref="InvalidDataException">Not a weight file, damaged, or past a limit.</exception>
    public static LinearModel Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes || file.Length < 12 || !file.StartsWith(Magic) || file[4] != Version)
        {
            throw new InvalidDataException("This is no weight file, or one of another version.");
        }
        var reader = new WeightReader(file[5..]);
        var headerLength = reader.Int();
        if (headerLength is < 2 or > MaxHeaderBytes)
        {
            throw new InvalidDataException("The weight file's header has an impossible length.");
        }
        var header = ReadHeader(reader.Bytes(headerLength));
        var labels = header.Labels.Count;
        var (bias, scales, dense) = (reader.Floats(labels), reader.Floats(labels), reader.Floats(header.Dense * labels));
        var rows = reader.Int();
        if (rows < 0 || rows > 1 << header.Bits)
        {
            throw new InvalidDataException($"{header.Name} has an impossible number of columns.");
        }
        var (columns, weights) = (new int[rows], new sbyte[rows * labels]);
        var column = -1L;
        for (var row = 0; row < rows; row++)
        {
            column += reader.Distance();
            if (column >= 1 << header.Bits)
            {
                throw new InvalidDataException($"{header.Name} has a column past its last.");
            }
            columns[row] = (int)column;
            reader.Row(weights.AsSpan(row * labels, labels));
        }
        return reader.AtEnd ? new LinearModel(header, columns, weights, scales, bias, dense)
            : throw new InvalidDataException($"{header.Name} goes on past its end.");
    }

    public static byte[] Write(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var file = new MemoryStream();
        file.Write(Magic);
        file.WriteByte(Version);
        var header = JsonSerializer.SerializeToUtf8Bytes(model.Header, LinearModelJson.Default.LinearModelHeader);
        WeightWriter.WriteInt(file, header.Length);
        file.Write(header);
        WeightWriter.WriteFloats(file, model.Bias);
        WeightWriter.WriteFloats(file, model.Scales);
        WeightWriter.WriteFloats(file, model.DenseWeights);
        WeightWriter.WriteInt(file, model.Columns.Length);
        var (last, labels) = (-1, model.Labels.Count);
        for (var row = 0; row < model.Columns.Length; row++)
        {
            WeightReader.WriteRow(file, model.Columns[row] - last, model.Weights.Slice(row * labels, labels));
            last = model.Columns[row];
        }
        return file.ToArray();
    }

    private static LinearModelHeader ReadHeader(ReadOnlySpan<byte> json)
    {
        LinearModelHeader? header;
        try
        {
            header = JsonSerializer.Deserialize(json, LinearModelJson.Default.LinearModelHeader);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The weight file's header cannot be read.", e);
        }
        return header is { Name: not null, Features: not null, TrainedOn: not null, Labels.Count: > 0 and <= MaxLabels, Bits: >= 8 and <= 20, Dense: >= 0 and <= MaxDense, Temperature: > 0 }
            && header.Offsets?.Count == header.Labels.Count && Enum.IsDefined(header.Kind)
            ? header : throw new InvalidDataException("The weight file's header says what cannot be.");
    }
}
