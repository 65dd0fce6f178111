using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Models.Tests.Language.Linear;

public sealed class LinearModelTests
{
    [Theory]
    [InlineData("I can't book it.", 0)]
    [InlineData("Let me call you back.", 1)]
    [InlineData("When is your birthday?", 2)]
    [InlineData("where does it hurt", 2)]
    public void Training_GeneralisesFromAFewSentences(string text, int label) => Assert.Equal(label, SmallSet.Best(SmallSet.Train(), text));

    [Fact]
    public void Training_Twice_WritesTheSameBytes() =>
        Assert.Equal(LinearModelFile.Write(SmallSet.Train()), LinearModelFile.Write(SmallSet.Train()));

    [Fact]
    public void WeightFile_ReadBack_ScoresAlike()
    {
        var model = SmallSet.Train();
        var again = LinearModelFile.Read(LinearModelFile.Write(model));
        var (vector, before, after) = (new FeatureVector(), new float[3], new float[3]);
        foreach (var (text, _) in SmallSet.Examples)
        {
            new UtteranceFeatures().Fill(vector, text);
            model.Score(vector, before);
            again.Score(vector, after);
            Assert.Equal(before, after);
        }
        Assert.Equal("small.csv", Assert.Single(again.Header.TrainedOn).File);
    }

    [Fact]
    public void WeightFile_CutOffAnywhere_IsRefused()
    {
        var file = LinearModelFile.Write(SmallSet.Train());
        for (var length = 0; length < file.Length; length += 1 + length / 7)
        {
            Assert.Throws<InvalidDataException>(() => LinearModelFile.Read(file.AsSpan(0, length)));
        }
        Assert.Throws<InvalidDataException>(() => LinearModelFile.Read([.. file, 0]));
    }

    [Fact]
    public void WeightFile_WithAnyByteChanged_IsReadOrRefusedButNothingElse()
    {
        var file = LinearModelFile.Write(SmallSet.Train());
        for (var i = 0; i < file.Length; i += 13)
        {
            var damaged = (byte[])file.Clone();
            damaged[i] ^= 0x5A;
            try
            {
                LinearModelFile.Read(damaged);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    [Fact]
    public void Probabilities_SumToOne_AndFollowTheScores()
    {
        var model = SmallSet.Train();
        float[] scores = [1, -2, 900];
        var probabilities = new float[3];
        model.Probabilities(scores, probabilities);
        Assert.Equal(1, probabilities.Sum(), 5);
        Assert.Equal(1, probabilities[2], 5);
    }

    [Fact]
    public void Score_WithOtherDenseFeatures_SaysSo()
    {
        var vector = new FeatureVector();
        vector.AddDense(1);
        Assert.Contains("dense", Assert.Throws<ArgumentException>(() => SmallSet.Train().Score(vector, new float[3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_AllocatesNothing()
    {
        var (model, features, vector, scores) = (SmallSet.Train(), new UtteranceFeatures(), new FeatureVector(), new float[3]);
        void Once()
        {
            features.Fill(vector, "Hello, could you tell me when the appointment is?");
            model.Score(vector, scores);
        }
        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Once();
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
