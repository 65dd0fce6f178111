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
}
