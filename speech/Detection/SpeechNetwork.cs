using RealtimeTraining.Models.Networks;

namespace RealtimeTraining.Speech.Detection;

/// <summary>The network that tells speech from other sound, trained by <c>./dev train speech</c>.</summary>
public static class SpeechNetwork
{
    public const string Name = "speech";
    public const string FileName = Name + ".rtgn";

    private static readonly Lazy<GatedNetwork> Committed = new(ReadCommitted);

    /// <summary>The one that the product carries.</summary>
    /// <exception cref="InvalidDataException">Its file is damaged, or was trained on other features than these.</exception>
    public static GatedNetwork Shared => Committed.Value;

    /// <exception cref="InvalidDataException">The network is another one, or was trained on other features.</exception>
    public static void Check(GatedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Header.Name != Name || network.Header.Features != SpeechFeatures.Version || network.Header.Inputs != SpeechFeatures.Count)
        {
            throw new InvalidDataException($"{network.Header.Name} ({network.Header.Features}) is no network of speech on features {SpeechFeatures.Version}: ./dev train speech");
        }
    }

    private static GatedNetwork ReadCommitted()
    {
        using var stream = typeof(GatedNetwork).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidDataException($"The build holds no {FileName}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var network = GatedNetworkFile.Read(bytes.ToArray());
        Check(network);
        return network;
    }
}
