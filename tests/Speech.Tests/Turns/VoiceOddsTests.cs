using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Turns;

public sealed class VoiceOddsTests
{
    private static readonly VoiceEnding Rising = new(LastSlope: 18, Slope: 8, Fall: -3, LastSound: 0.9f);
    private static readonly VoiceEnding Level = new(LastSlope: 0, Slope: 0, Fall: 0, LastSound: 2.5f);

    [Fact]
    public void FirstSilence_IsJudgedNearlyAsAnybodys()
    {
        Assert.True(new VoiceOdds(VoiceEndModel.Shared).At(Rising) > 1.4f);
        Assert.True(new VoiceOdds(VoiceEndModel.Shared).At(Level) < 0.7f);
    }

    [Fact]
    public void SpeakerWhoAlwaysSoundsLevel_IsNotTakenToHesitateForIt()
    {
        var odds = new VoiceOdds(VoiceEndModel.Shared);

        var all = Enumerable.Range(0, 100).Select(_ => odds.At(Level)).ToList();

        Assert.Equal(all.Order(), all);
        Assert.InRange(all[^1], 0.9f, 1f);
        Assert.True(odds.At(Rising) > new VoiceOdds(VoiceEndModel.Shared).At(Rising));
    }
}
