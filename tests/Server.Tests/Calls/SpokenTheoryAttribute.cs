namespace RealtimeTraining.Server.Tests.Calls;

/// <inheritdoc cref="SpokenFactAttribute"/>
internal sealed class SpokenTheoryAttribute : TheoryAttribute
{
    public SpokenTheoryAttribute() => Skip = SpokenFactAttribute.WhyNot;
}
