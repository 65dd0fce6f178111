using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>Everything that holds of the hub holds in MessagePack as well.</summary>
public sealed class MessagePackCallHubTests : CallHubTests
{
    protected override IHubFraming Framing => MessagePackFraming.Instance;
}
