using Xunit;

namespace RealtimeTraining.TestKit;

/// <summary>A test on a real Janus gateway, skipped with the reason where there is none.</summary>
public sealed class JanusFactAttribute : FactAttribute
{
    public JanusFactAttribute() => Skip = (JanusProcess.WhyNot ?? Needs.Server())!;
}
