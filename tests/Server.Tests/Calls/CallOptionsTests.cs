using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class CallOptionsTests
{
    [Theory]
    [InlineData(2, 0.14, 0.7, 10)]
    [InlineData(8, 0.14, 0.7, 40)]
    [InlineData(2, 0.5, 0.7, 2)]
    [InlineData(1, 4, 0.7, 1)]
    public void AsManyCallsAreAdmitted_AsTheProcessorsBear(int processors, double coresPerCall, double share, int calls)
    {
        Assert.Equal(calls, new CallOptions { CoresPerCall = coresPerCall, CoresShare = share }.CapacityOf(processors));
    }

    [Fact]
    public void ANumberThatWasNamed_CountsMore()
    {
        Assert.Equal(3, new CallOptions { MaxCalls = 3 }.Capacity);
    }
}
