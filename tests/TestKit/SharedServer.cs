namespace RealtimeTraining.TestKit;

/// <summary>One server for all tests of a class that do not disturb each other: <c>IClassFixture&lt;SharedServer&gt;</c>. Started when first used.</summary>
public sealed class SharedServer : IDisposable
{
    private readonly Lazy<TrainingServer> server = new(() => TrainingServer.Start());

    public TrainingServer Server => server.Value;

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }
    }
}
