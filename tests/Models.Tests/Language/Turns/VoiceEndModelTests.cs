using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Models.Tests.Language.Turns;

public sealed class VoiceEndModelTests
{
    private static readonly VoiceEnding Question = new(LastSlope: 18, Slope: 8, Fall: -3, LastSound: 0.9f);
    private static readonly VoiceEnding DrawnOut = new(LastSlope: 0, Slope: 0, Fall: 0, LastSound: 3);

    [Fact]
    public void TheCommittedWeights_SayWhatTheyWereTrainedOn()
    {
        Assert.Contains(VoiceEndModel.Shared.TrainedOn, source => source is { File: "CAR0001.mp3", Licence: "CC BY 4.0", Sha256.Length: 64 });
    }

    [Fact]
    public void AVoiceThatRises_IsMoreProbablyAtItsEnd_ThanOneThatDrawsALevelSoundOut()
    {
        Assert.True(VoiceEndModel.Shared.OddsOfEnd(Question) > 1.5f, $"{VoiceEndModel.Shared.OddsOfEnd(Question)}");
        Assert.True(VoiceEndModel.Shared.OddsOfEnd(DrawnOut) < 0.67f, $"{VoiceEndModel.Shared.OddsOfEnd(DrawnOut)}");
    }

    [Theory]
    [InlineData(float.NaN, float.NaN, float.NaN, float.NaN)]
    [InlineData(1e30f, -1e30f, 1e30f, 1e30f)]
    [InlineData(-1e30f, 1e30f, -1e30f, -1e30f)]
    public void NonsenseOfAMeasurement_DecidesNothingAlone(float lastSlope, float slope, float fall, float lastSound)
    {
        Assert.InRange(VoiceEndModel.Shared.OddsOfEnd(new VoiceEnding(lastSlope, slope, fall, lastSound)), 0.01f, 100f);
    }

    [Fact]
    public void TheSameEndings_GiveTheSameBytes_AndAreLearnt()
    {
        var endings = Enumerable.Range(0, 60).Select(i => new HeardEnding(i % 3, (i % 2 == 0 ? Question : DrawnOut) with { Slope = i % 7 }, i % 2 == 0)).ToList();

        byte[] Train() => LinearModelFile.Write(VoiceEndTraining.Train(endings, []));

        Assert.Equal(Train(), Train());
        var model = new VoiceEndModel(LinearModelFile.Read(Train()));
        Assert.True(model.OddsOfEnd(Question) > model.OddsOfEnd(DrawnOut));
        var heldOut = VoiceEndTraining.HeldOut(endings);
        Assert.All(Enumerable.Range(0, endings.Count), i => Assert.Equal(endings[i].IsEnd, heldOut[i] > 0));
    }

    [Fact]
    public void WeightsOfAnotherModel_AreRefused()
    {
        var other = LinearModelFile.Read(LinearModelFile.Write(VoiceEndTraining.Train([new HeardEnding(0, Question, true), new HeardEnding(1, DrawnOut, false)], [])));
        var header = other.Header with { Features = "voice-end/0" };

        Assert.Contains("train it anew", Assert.Throws<ArgumentException>(() => new VoiceEndModel(new LinearModel(header, [], [], [1], [0], new float[other.Header.Dense]))).Message, StringComparison.Ordinal);
    }
}
