using RealtimeTraining.Server.Patients.Words;

namespace RealtimeTraining.Server.Tests.Patients.Words;

public sealed class ReplyJsonReaderTests
{
    [Theory]
    [InlineData("""{"say":"Well, I said \"no\". Caf\u00e9 \ud83d\ude00\/ok\nnow","mood":"calm","reveals":["a","b"]}""", "Well, I said \"no\". Café 😀/ok now")]
    [InlineData(" \n{ \"mood\" : \"calm\" ,\t\"reveals\" : [ ] , \"say\" : \"Yes. 😀 é\" } \n", "Yes. 😀 é")]
    public void CutAnywhere_GivesTheSameWords(string json, string say)
    {
        for (var i = 0; i <= json.Length; i++)
        {
            for (var j = i; j <= json.Length; j += 7)
            {
                var reader = Read(json[..i], json[i..j], json[j..]);
                Assert.Equal(say, reader.Say);
                Assert.True(reader.IsWhole);
                Assert.False(reader.IsBroken);
                Assert.Equal("calm", reader.Mood);
            }
        }
    }

    [Fact]
    public void Words_AreThere_BeforeTheRestIs()
    {
        var reader = Read("{\"say\":\"Okay, I'm ");

        Assert.Equal("Okay, I'm ", reader.Say);
        Assert.False(reader.HasSaid);
        reader.Add("here.\"");
        Assert.True(reader.HasSaid);
        Assert.False(reader.IsWhole);
    }

    [Fact]
    public void HalfACharacter_IsHeldBack()
    {
        var reader = Read("{\"say\":\"a\\ud83d");
        Assert.Equal("a", reader.Say);
        reader.Add("\\ude00");
        Assert.Equal("a😀", reader.Say);
    }

    [Theory]
    [InlineData("Okay, I'm here.")]
    [InlineData("```json\n{")]
    [InlineData("[\"say\"]")]
    [InlineData("{\"say\":1}")]
    [InlineData("{\"say\":[\"a\"]}")]
    [InlineData("{\"say\":\"a\" \"mood\"")]
    [InlineData("{\"words\":\"a\"}")]
    [InlineData("{\"say\":\"a\\x\"}")]
    [InlineData("{\"say\":\"\\u00g1\"}")]
    [InlineData("{\"say\":\"\\ud83d!\"}")]
    [InlineData("{\"say\":\"\\ude00\"}")]
    [InlineData("{\"say\":\"\\ud83d\"}")]
    [InlineData("{\"say\":\"a\nb\"}")]
    [InlineData("{\"say\":\"a\",\"say\":\"b\"}")]
    [InlineData("{\"say\":\"a\",}")]
    [InlineData("{\"say\":\"a\"} and more")]
    [InlineData("{\"say\":\"a\",\"reveals\":[\"x\"\"y\"]}")]
    public void AnotherForm_IsBroken(string json) => Assert.True(Read(json).IsBroken);

    [Fact]
    public void Claims_AreRead()
    {
        var reader = Read("{\"say\":\"a\",\"mood\":\"angry\",\"reveals\":[\"one\", \"two\"]}");
        Assert.Equal(("angry", "one two"), (reader.Mood, string.Join(' ', reader.Reveals)));
    }

    private static ReplyJsonReader Read(params string[] pieces)
    {
        var reader = new ReplyJsonReader();
        foreach (var piece in pieces)
        {
            reader.Add(piece);
        }
        return reader;
    }
}
