using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Support;

/// <inheritdoc cref="FliteFactAttribute"/>
public sealed class FliteTheoryAttribute : TheoryAttribute
{
    public FliteTheoryAttribute() => Skip = FliteFactAttribute.Reason;
}
