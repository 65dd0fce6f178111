namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>A measurement, not a check: runs when SPEECH_BENCH=1 is set, and writes its figures to the test's output.</summary>
public sealed class BenchFactAttribute : FactAttribute
{
    public BenchFactAttribute() => Skip = Environment.GetEnvironmentVariable("SPEECH_BENCH") == "1"
        ? new PocketSphinxFactAttribute().Skip
        : "A measurement: set SPEECH_BENCH=1 to take it.";
}
