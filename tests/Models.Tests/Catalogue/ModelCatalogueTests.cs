using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class ModelCatalogueTests
{
    private const string Good = """
        { "name": "one", "file": "one.bin", "role": "recogniser", "url": "https://models.invalid/one.bin", "bytes": 10,
          "sha256": "921e4cf8686fdd993dcd081a5da5b6c365bfde1162e72b08d75ac75289920b1f",
          "licence": { "name": "MIT", "url": "https://models.invalid/licence" },
          "memoryMiB": 100, "languages": ["en"], "goodFor": "Tests.", "default": true, "recommend": { "order": 1 } }
        """;

    [Fact]
    public void TheProductsOwn_IsWhole()
    {
        var catalogue = ModelCatalogue.Load();
        Assert.Equal(7, catalogue.Entries.Count);
        Assert.Equal(["whisper-base.en", "qwen2.5-1.5b"], catalogue.Entries.Where(entry => entry.IsDefault).Select(entry => entry.Name));
        var llama = catalogue.Named("llama-3.2-3b")!;
        Assert.Equal("https://huggingface.co/bartowski/Llama-3.2-3B-Instruct-GGUF/resolve/main/Llama-3.2-3B-Instruct-Q4_K_M.gguf", llama.Url.AbsoluteUri);
        Assert.Equal(2019377696, llama.Bytes);
        Assert.True(llama.Licence.MustAccept);
        Assert.Contains("Built with Llama", llama.Licence.Note, StringComparison.Ordinal);
        Assert.Same(llama, catalogue.Named("llama-3.2-3b-instruct-q4_k_m.gguf"));
        Assert.All(catalogue.Entries, entry => Assert.EndsWith("/" + entry.File, entry.Url.AbsolutePath, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"921e", "\"XYZ", "sha256")]
    [InlineData("0b1f\"", "0b1f00\"", "sha256")]
    [InlineData("\"recogniser\"", "\"cook\"", "role")]
    [InlineData("https://models.invalid/one.bin", "http://models.invalid/one.bin", "url")]
    [InlineData("https://models.invalid/one.bin", "https://me:secret@models.invalid/one.bin", "url")]
    [InlineData("https://models.invalid/licence", "somewhere", "url")]
    [InlineData("\"one.bin\"", "\"../one.bin\"", "file")]
    [InlineData("\"one.bin\"", "\"a\\\\one.bin\"", "file")]
    [InlineData("\"one.bin\"", "\"..\"", "file")]
    [InlineData("\"one.bin\"", "\"one.bin.part\"", "file")]
    [InlineData("\"one.bin\"", "\"verified.json\"", "file")]
    [InlineData("\"bytes\": 10", "\"bytes\": -1", "bytes")]
    [InlineData("\"bytes\": 10", "\"bytes\": \"10\"", "bytes")]
    [InlineData("\"bytes\": 10", "\"bytes\": 1e30", "bytes")]
    [InlineData("\"bytes\": 10,", "", "bytes")]
    [InlineData("\"memoryMiB\": 100", "\"memoryMiB\": 0", "memoryMiB")]
    [InlineData("[\"en\"]", "[]", "languages")]
    [InlineData("\"Tests.\"", "\"\"", "goodFor")]
    [InlineData("\"default\": true", "\"default\": 1", "default")]
    [InlineData("\"default\"", "\"defualt\"", "defualt")]
    [InlineData("\"order\": 1", "\"order\": 0", "order")]
    [InlineData("/licence\"", "/licence\", \"mustAccept\": true", "note")]
    public void AFieldThatIsWrong_IsNamedWithItsEntry(string good, string bad, string field)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var message = Fails(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains("\"one\"", message, StringComparison.Ordinal);
        Assert.Contains($"\"{field}\"", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"one\"", "\"one\"", "name")]
    [InlineData("\"name\": \"one\"", "\"name\": \"two\"", "file")]
    [InlineData("\"file\": \"one.bin\"", "\"file\": \"ONE.bin\"", "file")]
    public void WhatIsThereTwice_IsNamed(string good, string bad, string field)
    {
        var second = Good.Replace("\"name\": \"one\"", "\"name\": \"two\"", StringComparison.Ordinal);
        second = good == "\"one\"" ? Good : second.Replace(good, bad, StringComparison.Ordinal);
        Assert.Contains($"\"{field}\"", Fails(Good + "," + second), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoDefaultsOfARole_AreOneTooMany()
    {
        var second = Good.Replace("\"one", "\"two", StringComparison.Ordinal).Replace("\"order\": 1", "\"order\": 2", StringComparison.Ordinal);
        Assert.Contains("\"default\"", Fails(Good + "," + second), StringComparison.Ordinal);
        Assert.Equal(2, ModelCatalogue.Parse($"{{ \"models\": [{Good},{second.Replace("\"default\": true", "\"default\": false", StringComparison.Ordinal)}] }}").Entries.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"models\": [] }")]
    [InlineData("{ \"models\": [ 5 ] }")]
    [InlineData("{ \"models\": [")]
    public void WhatIsNoCatalogue_IsSaid(string json) => Assert.Throws<ModelCatalogueException>(() => ModelCatalogue.Parse(json));

    private static string Fails(string entries) => Assert.Throws<ModelCatalogueException>(() => ModelCatalogue.Parse($"{{ \"models\": [{entries}] }}")).Message;
}
