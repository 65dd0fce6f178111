namespace RealtimeTraining.Models.Engines;

/// <summary>What a request may tell the connection about itself.</summary>
public static class RemoteRequest
{
    /// <summary>It is out of date as soon as it fails: no further try.</summary>
    public static HttpRequestOptionsKey<bool> Once { get; } = new("RealtimeTraining.Once");
}
