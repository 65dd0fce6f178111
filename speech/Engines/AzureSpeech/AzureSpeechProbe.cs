using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Speech.Engines.AzureSpeech;

/// <summary>Whether the service is set up, for both roles.</summary>
internal static class AzureSpeechProbe
{
    /// <param name="what">"What patients say", which is sent there.</param>
    public static EngineProbe Look(AzureSpeechOptions options, string what) =>
        string.IsNullOrWhiteSpace(options.Key)
            ? EngineProbe.No($"Set {AzureSpeechOptions.Section}:Key to a key of an Azure speech resource to use it.")
        : string.IsNullOrWhiteSpace(options.Region)
            ? EngineProbe.No($"Set {AzureSpeechOptions.Section}:Region to the region of the speech resource, such as westeurope.")
        : EngineProbe.Yes($"Azure Speech in {options.Region}. {what} is sent there.");
}
