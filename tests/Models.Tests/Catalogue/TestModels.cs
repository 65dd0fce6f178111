using System.Security.Cryptography;
using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Models.Tests.Catalogue;

/// <summary>Small models with known contents.</summary>
internal static class TestModels
{
    public static byte[] Content(int bytes = 300_000, int seed = 7)
    {
        var content = new byte[bytes];
        new Random(seed).NextBytes(content);
        return content;
    }

    public static ModelEntry Entry(byte[] content, Uri? url = null, string name = "test-model", bool mustAccept = false) => new()
    {
        Name = name,
        File = name + ".bin",
        Role = ModelRole.Recogniser,
        Url = url ?? new Uri("https://models.invalid/" + name),
        Bytes = content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        Licence = new ModelLicence("Test licence", new Uri("https://models.invalid/licence"), mustAccept ? "Be good." : null, mustAccept),
        MemoryMiB = 100,
        Languages = ["en"],
        GoodFor = "Tests.",
    };

    /// <summary>A catalogue with these entries, through its own reader.</summary>
    public static ModelCatalogue Catalogue(params ModelEntry[] entries) => ModelCatalogue.Parse($$"""
        { "models": [ {{string.Join(", ", entries.Select(entry => $$"""
          { "name": "{{entry.Name}}", "file": "{{entry.File}}", "role": "recogniser", "url": "https://models.invalid/{{entry.Name}}",
            "bytes": {{entry.Bytes}}, "sha256": "{{entry.Sha256}}", "memoryMiB": {{entry.MemoryMiB}}, "languages": ["en"], "goodFor": "Tests.",
            "licence": { "name": "Test licence", "url": "https://models.invalid/licence", "note": "Be good.", "mustAccept": {{(entry.Licence.MustAccept ? "true" : "false")}} } }
        """))}} ] }
        """);
}
