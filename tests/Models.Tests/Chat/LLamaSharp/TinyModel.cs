using System.Globalization;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

/// <summary>
/// A language model of the Llama kind with two layers and random weights, half a megabyte. It says nothing that makes
/// sense, but loads, batches, follows a grammar and ends its replies as a big one does. Its vocabulary has bytes,
/// letters, some words, the marks of ChatML, and two pieces of which "&lt;/s&gt;" could be put together.
/// </summary>
public static class TinyModel
{
    public const int ContextTokens = 131_072;
    private const int Width = 64;
    private const int Inner = 128;
    private const int Layers = 2;
    private const int Heads = 4;
    private const int SharedHeads = 2;
    private const string Template =
        "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    // As the format numbers them.
    private enum Kind
    {
        Normal = 1,
        Unknown = 2,
        Control = 3,
        Byte = 6,
    }

    public static void Save(string path, int seed = 11, string? template = Template)
    {
        var random = new Random(seed);
        var vocabulary = Vocabulary();
        var file = new GgufWriter();
        AddMetadata(file, vocabulary, template);
        AddTensors(file, vocabulary, random);
        file.Save(path);
    }

    private static List<(string Text, Kind Kind, float Liking)> Vocabulary()
    {
        List<(string, Kind, float)> vocabulary = [("<unk>", Kind.Unknown, -9), ("<s>", Kind.Control, -9), ("</s>", Kind.Control, -9)];
        vocabulary.AddRange(Enumerable.Range(0, 256).Select(value => ($"<0x{value.ToString("X2", CultureInfo.InvariantCulture)}>", Kind.Byte, -6f)));
        vocabulary.AddRange(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (code == ' ' ? "\u2581" : ((char)code).ToString(), Kind.Normal, -1f)));
        vocabulary.AddRange("my knee hurts since monday and i cannot sleep when can you see me please it is worse today yes no".Split(' ')
            .Select(word => ("\u2581" + word, Kind.Normal, 1f)));
        vocabulary.AddRange([("</", Kind.Normal, -3f), ("s>", Kind.Normal, -3f), ("<|im_start|>", Kind.Control, -9f), ("<|im_end|>", Kind.Control, 1.5f)]);
        return vocabulary;
    }

    private static void AddMetadata(GgufWriter file, List<(string Text, Kind Kind, float Liking)> vocabulary, string? template)
    {
        file.Add("general.architecture", "llama");
        file.Add("general.name", "tiny");
        file.Add("llama.context_length", (uint)ContextTokens);
        file.Add("llama.embedding_length", (uint)Width);
        file.Add("llama.block_count", (uint)Layers);
        file.Add("llama.feed_forward_length", (uint)Inner);
        file.Add("llama.attention.head_count", (uint)Heads);
        file.Add("llama.attention.head_count_kv", (uint)SharedHeads);
        file.Add("llama.attention.layer_norm_rms_epsilon", 1e-5f);
        file.Add("llama.rope.dimension_count", (uint)(Width / Heads));
        file.Add("llama.vocab_size", (uint)vocabulary.Count);
        file.Add("tokenizer.ggml.model", "llama");
        file.Add("tokenizer.ggml.tokens", [.. vocabulary.Select(token => token.Text)]);
        // Longer pieces first.
        file.Add("tokenizer.ggml.scores", [.. vocabulary.Select(token => (float)token.Text.Length - 100)]);
        file.Add("tokenizer.ggml.token_type", [.. vocabulary.Select(token => (int)token.Kind)]);
        file.Add("tokenizer.ggml.unknown_token_id", 0u);
        file.Add("tokenizer.ggml.bos_token_id", 1u);
        file.Add("tokenizer.ggml.eos_token_id", (uint)(vocabulary.Count - 1));
        file.Add("tokenizer.ggml.add_bos_token", true);
        file.Add("tokenizer.ggml.add_space_prefix", false);
        if (template is not null)
        {
            file.Add("tokenizer.chat_template", template);
        }
    }

    private static void AddTensors(GgufWriter file, List<(string Text, Kind Kind, float Liking)> vocabulary, Random random)
    {
        const int OneHead = Width / Heads;
        file.AddTensor("token_embd.weight", [Width, vocabulary.Count], Rows(vocabulary.Count, Width, 0.5, random, _ => 8));
        for (var layer = 0; layer < Layers; layer++)
        {
            var block = $"blk.{layer}.";
            file.AddTensor(block + "attn_norm.weight", [Width], Ones());
            file.AddTensor(block + "attn_q.weight", [Width, Width], Rows(Width, Width, 0.1, random));
            file.AddTensor(block + "attn_k.weight", [Width, SharedHeads * OneHead], Rows(SharedHeads * OneHead, Width, 0.1, random));
            file.AddTensor(block + "attn_v.weight", [Width, SharedHeads * OneHead], Rows(SharedHeads * OneHead, Width, 0.1, random));
            file.AddTensor(block + "attn_output.weight", [Width, Width], SilentFirstRow(Rows(Width, Width, 0.05, random), Width));
            file.AddTensor(block + "ffn_norm.weight", [Width], Ones());
            file.AddTensor(block + "ffn_gate.weight", [Width, Inner], Rows(Inner, Width, 0.1, random));
            file.AddTensor(block + "ffn_up.weight", [Width, Inner], Rows(Inner, Width, 0.1, random));
            file.AddTensor(block + "ffn_down.weight", [Inner, Width], SilentFirstRow(Rows(Width, Inner, 0.05, random), Inner));
        }
        file.AddTensor("output_norm.weight", [Width], Ones());
        // The first number of every state is the same large one, so that the first of each row is what the token is liked.
        file.AddTensor("output.weight", [Width, vocabulary.Count], Rows(vocabulary.Count, Width, 0.2, random, row => vocabulary[row].Liking / 7));
    }

    private static float[] Ones() => [.. Enumerable.Repeat(1f, Width)];

    /// <param name="first">The first number of each row, where it is not random.</param>
    private static float[] Rows(int rows, int columns, double spread, Random random, Func<int, float>? first = null)
    {
        var values = new float[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = first is not null && i % columns == 0
                ? first(i / columns)
                : (float)(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
        return values;
    }

    private static float[] SilentFirstRow(float[] values, int columns)
    {
        Array.Clear(values, 0, columns);
        return values;
    }
}
