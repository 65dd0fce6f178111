using RealtimeTraining.Speech.Engines.Whisper;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

public sealed class GgmlWalkTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [DataFact(TestModels.Tiny)]
    public void RealFile_IsWhole() => Assert.Null(GgmlWalk.Problem(SharedData.PathOf(TestModels.Tiny)));

    [Fact]
    public void WholeModel_IsWhole_WithWeightsOfAnyKnownKind() => Assert.Null(Walk(Model()));

    [Fact]
    public void CutAnywhere_IsDamaged_ButBetweenTwoTensors()
    {
        var model = Model();
        var whole = Enumerable.Range(0, model.Length).Where(length => Walk(model[..length]) is null);

        // The loader counts the tensors itself.
        Assert.Equal([Head, Head + First], whole);
        Assert.Contains("1 bytes too early", Walk(model[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersThatCannotBe_AreDamage()
    {
        var model = Model();
        model[51] = 0x7f;

        Assert.Contains("cannot be", Walk(model), StringComparison.Ordinal);
    }

    private const int Head = 48 + 8 + 24 + 4 + 6 + 7;
    private const int First = 12 + 8 + 4 + 128 * 2;

    private string? Walk(byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        return GgmlWalk.Problem(path);
    }

    /// <summary>Three filters of two, two words, a tensor of 128 halves and one of 64 weights in Q5_0.</summary>
    private static byte[] Model()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(0x67676d6c);
        for (var i = 0; i < 11; i++)
        {
            writer.Write(51_864);
        }
        writer.Write(3);
        writer.Write(2);
        writer.Write(new byte[24]);
        writer.Write(2);
        Word(writer, "it");
        Word(writer, "is!");
        Tensor(writer, "bias", 1, [32, 4], 256);
        Tensor(writer, "weight", 6, [64], 44);
        writer.Flush();
        return bytes.ToArray();
    }

    private static void Word(BinaryWriter writer, string word)
    {
        writer.Write(word.Length);
        writer.Write(word.ToCharArray());
    }

    private static void Tensor(BinaryWriter writer, string name, int type, int[] sizes, int bytes)
    {
        writer.Write(sizes.Length);
        writer.Write(name.Length);
        writer.Write(type);
        Array.ForEach(sizes, writer.Write);
        writer.Write(name.ToCharArray());
        writer.Write(new byte[bytes]);
    }
}
