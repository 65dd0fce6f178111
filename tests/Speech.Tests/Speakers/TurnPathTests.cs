using RealtimeTraining.Speech.Speakers;

namespace RealtimeTraining.Speech.Tests.Speakers;

public sealed class TurnPathTests
{
    [Fact]
    public void ShortChangeInTheMidstOfSpeech_IsNoTurn() =>
        Assert.Equal(new int[30], Path("000000000011100000000000000000", [(0, 30)]));

    [Fact]
    public void LongEnoughChange_IsATurn() =>
        Assert.Equal([.. new int[10], .. Enumerable.Repeat(1, 10), .. new int[10]], Path("000000000011111111110000000000", [(0, 30)]));

    [Fact]
    public void ShortAnswerBetweenPauses_IsATurn() =>
        Assert.Equal([.. new int[10], 1, 1, 1, .. new int[10]], Path("00000000001110000000000", [(0, 10), (10, 13), (13, 23)]));

    [Fact]
    public void Nothing_IsNoPath() => Assert.Empty(Path("", []));

    /// <param name="voices">For each step who is by far more likely.</param>
    private static int[] Path(string voices, (int, int)[] regions) =>
        TurnPath.Find([.. voices.SelectMany(voice => voice == '0' ? new[] { 0f, -5f } : [-5f, 0f])], 2, regions, leastSteps: 6, changeCost: 8, pauseCost: 4);
}
