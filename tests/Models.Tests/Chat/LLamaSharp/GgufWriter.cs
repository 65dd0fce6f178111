using System.Text;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

/// <summary>Writes a model file in version 3 of the GGUF format: metadata, then tensors of 32-bit floats, each at a multiple of 32 bytes.</summary>
public sealed class GgufWriter
{
    private const int Alignment = 32;
    private readonly List<Action<BinaryWriter>> _metadata = [];
    private readonly List<(string Name, int[] Shape, float[] Values)> _tensors = [];

    /// <summary>The types of values, as the format numbers them.</summary>
    private enum Kind : uint
    {
        UInt32 = 4,
        Int32 = 5,
        Float32 = 6,
        Bool = 7,
        String = 8,
        Array = 9,
    }

    public void Add(string key, uint value) => Add(key, Kind.UInt32, to => to.Write(value));

    public void Add(string key, float value) => Add(key, Kind.Float32, to => to.Write(value));

    public void Add(string key, bool value) => Add(key, Kind.Bool, to => to.Write(value));

    public void Add(string key, string value) => Add(key, Kind.String, to => Text(to, value));

    public void Add(string key, IReadOnlyList<string> values) => AddArray(key, Kind.String, values, Text);

    public void Add(string key, IReadOnlyList<float> values) => AddArray(key, Kind.Float32, values, (to, value) => to.Write(value));

    public void Add(string key, IReadOnlyList<int> values) => AddArray(key, Kind.Int32, values, (to, value) => to.Write(value));

    /// <param name="shape">The row's length first.</param>
    public void AddTensor(string name, int[] shape, float[] values)
    {
        Assert.Equal(shape.Aggregate(1, (product, size) => product * size), values.Length);
        _tensors.Add((name, shape, values));
    }

    public void Save(string path)
    {
        using var to = new BinaryWriter(File.Create(path));
        to.Write("GGUF"u8);
        to.Write(3u);
        to.Write((ulong)_tensors.Count);
        to.Write((ulong)_metadata.Count);
        _metadata.ForEach(write => write(to));
        var offset = 0UL;
        foreach (var (name, shape, values) in _tensors)
        {
            Text(to, name);
            to.Write((uint)shape.Length);
            Array.ForEach(shape, size => to.Write((ulong)size));
            to.Write(0u);
            to.Write(offset);
            offset += (ulong)(values.Length * sizeof(float) + Alignment - 1) / Alignment * Alignment;
        }
        foreach (var (_, _, values) in _tensors)
        {
            Pad(to);
            Array.ForEach(values, to.Write);
        }
        Pad(to);
    }

    private static void Text(BinaryWriter to, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        to.Write((ulong)bytes.Length);
        to.Write(bytes);
    }

    private static void Pad(BinaryWriter to)
    {
        while (to.BaseStream.Position % Alignment != 0)
        {
            to.Write((byte)0);
        }
    }

    private void Add(string key, Kind kind, Action<BinaryWriter> value) => _metadata.Add(to =>
    {
        Text(to, key);
        to.Write((uint)kind);
        value(to);
    });

    private void AddArray<T>(string key, Kind kind, IReadOnlyList<T> values, Action<BinaryWriter, T> write) => Add(key, Kind.Array, to =>
    {
        to.Write((uint)kind);
        to.Write((ulong)values.Count);
        foreach (var value in values)
        {
            write(to, value);
        }
    });
}
