using RealtimeTraining.Speech.Speakers;

namespace RealtimeTraining.Speech.Tests.Speakers;

public sealed class SpeechMaskTests
{
    [Fact]
    public void BreathWithinASentence_IsClosed_AndAClickDropped_AndTheEdgesWidened() =>
        Assert.Equal([(5, 45)], SpeechMask.Runs(Heard((10, 20), (30, 40), (70, 72))));

    [Fact]
    public void PauseBetweenSentences_StaysOpen() => Assert.Equal([(5, 25), (45, 65)], SpeechMask.Runs(Heard((10, 20), (50, 60))));

    [Fact]
    public void Silence_HasNoRuns() => Assert.Empty(SpeechMask.Runs(new bool[100]));

    private static bool[] Heard(params (int From, int To)[] runs) => [.. Enumerable.Range(0, 100).Select(frame => runs.Any(run => frame >= run.From && frame < run.To))];
}
