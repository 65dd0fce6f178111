using RealtimeTraining.Speech.Audio.Opus;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>A test on a whole server that needs libopus, skipped with what to install where that is missing.</summary>
public sealed class OpusFactAttribute : FactAttribute
{
    public OpusFactAttribute() => Skip = (OpusLibrary.WhyNot ?? new ServerFactAttribute().Skip)!;
}
