using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Speech.Tests.Audio.Opus;

/// <summary>Runs where libopus is installed; skips with what to install elsewhere.</summary>
public sealed class OpusFactAttribute : FactAttribute
{
    public OpusFactAttribute() => Skip = OpusLibrary.WhyNot;
}
