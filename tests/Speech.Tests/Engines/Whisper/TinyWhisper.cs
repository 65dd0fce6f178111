using System.Buffers.Binary;
using System.Text;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

/// <summary>
/// Writes a small Whisper model with random weights: 64 wide, four layers. It says words in a random order, the same for
/// the same sound, and comes to an end by itself. Mel filters and vocabulary are those of a real file.
/// </summary>
internal sealed class TinyWhisper
{
    private const int Width = 64;
    private const int Layers = 4;
    private const int EndOfText = 50_256;
    private const int FirstTime = 50_363;

    // What the last normalisation makes component 0, which carries each token's bias.
    private const float Constant = 8;

    private static readonly string[] Says =
        ["i", "have", "had", "a", "pain", "in", "my", "chest", "since", "yesterday", "the", "doctor", "said", "that", "it", "is", "not", "too", "bad", "when",
         "walk", "feel", "tired", "no", "yes", "night", "really", "hurts", "here", "left", "arm", "short", "cough", "was", "born", "take", "some", "drink", "think",
         "should", "come", "see", "you", "well", "please", "thank"];

    private readonly Random random = new(7);
    private readonly BinaryWriter writer;

    private TinyWhisper(BinaryWriter writer) => this.writer = writer;

    /// <summary>All that it can say.</summary>
    public static IReadOnlySet<string> Words { get; } = Says.ToHashSet();

    /// <param name="vocabularyFrom">An English-only ggml model.</param>
    public static void Write(string path, string vocabularyFrom)
    {
        using var writer = new BinaryWriter(File.Create(path));
        new TinyWhisper(writer).Write(File.ReadAllBytes(vocabularyFrom));
    }

    private void Write(byte[] source)
    {
        var numbers = Enumerable.Range(0, 11).Select(i => Int(source, 4 + 4 * i)).ToArray();
        var (vocabulary, audioContext, textContext, mels) = (numbers[0], numbers[1], numbers[5], numbers[9]);
        (numbers[2], numbers[3], numbers[4], numbers[6], numbers[7], numbers[8], numbers[10]) = (Width, 2, Layers, Width, 2, Layers, 1);
        var tokens = Vocabulary(source, out var end);
        writer.Write(Int(source, 0));
        Array.ForEach(numbers, writer.Write);
        writer.Write(source.AsSpan(48, end - 48));
        Encoder(audioContext, mels);
        Decoder(vocabulary, textContext, tokens);
    }

    private static Dictionary<string, int> Vocabulary(byte[] source, out int end)
    {
        var at = 48 + 8 + 4 * Int(source, 48) * Int(source, 52);
        var tokens = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = Int(source, at);
        at += 4;
        for (var i = 0; i < count; i++)
        {
            tokens.TryAdd(Encoding.Latin1.GetString(source, at + 4, Int(source, at)), i);
            at += 4 + Int(source, at);
        }
        end = at;
        return tokens;
    }

    private void Encoder(int context, int mels)
    {
        Floats("encoder.positional_embedding", [Width, context], Gauss(Width * context, 0.3));
        Halves("encoder.conv1.weight", [3, mels, Width], Gauss(3 * mels * Width, 0.1));
        Floats("encoder.conv1.bias", [1, Width], new float[Width]);
        Halves("encoder.conv2.weight", [3, Width, Width], Gauss(3 * Width * Width, 0.1));
        Floats("encoder.conv2.bias", [1, Width], new float[Width]);
        for (var i = 0; i < Layers; i++)
        {
            Norm($"encoder.blocks.{i}.attn_ln");
            Attention($"encoder.blocks.{i}.attn");
            Forward($"encoder.blocks.{i}");
        }
        Norm("encoder.ln_post");
    }

    private void Decoder(int vocabulary, int context, Dictionary<string, int> tokens)
    {
        var bias = Enumerable.Range(0, vocabulary).Select(token => token >= FirstTime ? -14f : -40f).ToArray();
        bias[EndOfText] = -1;
        Array.ForEach(Says, word => bias[tokens[' ' + word]] = 0);
        var embedding = Gauss(Width * vocabulary, 0.05);
        for (var token = 0; token < vocabulary; token++)
        {
            embedding[token * Width] = bias[token] / Constant;
            embedding[token * Width + 1] = token == EndOfText ? 0.25f : 0;
        }
        // Component 1 grows with the position and makes the end likelier.
        var positions = Gauss(Width * context, 1);
        for (var i = 0; i < context; i++)
        {
            (positions[i * Width], positions[i * Width + 1]) = (0, i);
        }
        Floats("decoder.positional_embedding", [Width, context], positions);
        Halves("decoder.token_embedding.weight", [Width, vocabulary], embedding);
        for (var i = 0; i < Layers; i++)
        {
            Norm($"decoder.blocks.{i}.attn_ln");
            Attention($"decoder.blocks.{i}.attn");
            Norm($"decoder.blocks.{i}.cross_attn_ln");
            Attention($"decoder.blocks.{i}.cross_attn");
            Forward($"decoder.blocks.{i}");
        }
        Floats("decoder.ln.weight", [Width], [0, .. Enumerable.Repeat(8f, Width - 1)]);
        Floats("decoder.ln.bias", [Width], [Constant, .. new float[Width - 1]]);
    }

    private void Norm(string name)
    {
        Floats($"{name}.weight", [Width], [.. Enumerable.Repeat(1f, Width)]);
        Floats($"{name}.bias", [Width], new float[Width]);
    }

    private void Attention(string name)
    {
        Matrix($"{name}.query", Width, Width, 0.3);
        Halves($"{name}.key.weight", [Width, Width], Gauss(Width * Width, 0.3));
        Matrix($"{name}.value", Width, Width, 0.2);
        Matrix($"{name}.out", Width, Width, 0.15, untouched: 2);
    }

    private void Forward(string name)
    {
        Norm($"{name}.mlp_ln");
        Matrix($"{name}.mlp.0", Width, 4 * Width, 0.15);
        Matrix($"{name}.mlp.2", 4 * Width, Width, 0.05, untouched: 2);
    }

    /// <param name="untouched">So many first outputs are zero, so that what stands there goes through to the end.</param>
    private void Matrix(string name, int inputs, int outputs, double spread, int untouched = 0)
    {
        var weights = Gauss(inputs * outputs, spread);
        weights.AsSpan(0, untouched * inputs).Clear();
        Halves($"{name}.weight", [inputs, outputs], weights);
        Floats($"{name}.bias", [outputs], new float[outputs]);
    }

    private void Floats(string name, int[] sizes, float[] values)
    {
        Tensor(name, sizes, 0);
        Array.ForEach(values, writer.Write);
    }

    private void Halves(string name, int[] sizes, float[] values)
    {
        Tensor(name, sizes, 1);
        Array.ForEach(values, value => writer.Write((Half)value));
    }

    private void Tensor(string name, int[] sizes, int type)
    {
        writer.Write(sizes.Length);
        writer.Write(name.Length);
        writer.Write(type);
        Array.ForEach(sizes, writer.Write);
        writer.Write(Encoding.ASCII.GetBytes(name));
    }

    private float[] Gauss(int count, double spread)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = (float)(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
        return values;
    }

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
