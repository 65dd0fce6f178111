using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Models.Tests.Language.Reading;

public sealed class ClauseFeaturesTests
{
    /// <summary>The shapes of a sentence, in the order of the dense features: each as a statement, then with a question mark.</summary>
    private const int Asking = 0, TurnedRound = 2, Telling = 4, Stating = 6, Other = 8;

    [Theory]
    [InlineData("How long has it hurt?", Asking + 1)]
    [InlineData("Okay, so, um, what happened then?", Asking + 1)]
    [InlineData("Do you smoke?", TurnedRound + 1)]
    [InlineData("And have you seen a doctor.", TurnedRound)]
    [InlineData("Can you tell me more?", TurnedRound + 1)]
    [InlineData("Tell me more about that.", Telling)]
    [InlineData("I wonder if that is so.", Telling)]
    [InlineData("So you want to come in on Monday?", Stating + 1)]
    [InlineData("mm hmm right okay", Other)]
    public void ASentence_HasOneShape(string text, int shape)
    {
        var dense = Of(text);
        Assert.Equal([shape], Enumerable.Range(0, 10).Where(i => dense[i] > 0));
    }

    [Fact]
    public void EachSentence_IsCounted_AndTheLastIsKnown()
    {
        var dense = Of("What is it? Where does it hurt? You should rest.");
        Assert.Equal((2f, 1f), (dense[Asking + 1], dense[Stating]));
        Assert.Equal(1, dense[10 + Stating]);
        Assert.Equal(0, dense[10 + Asking]);
    }

    [Theory]
    [InlineData("i see and what do you take for it", 1, 0)]
    [InlineData("that is fine did you bring it", 0, 1)]
    [InlineData("i know what you are like", 0, 0)]
    public void InSpeech_TurnedRoundVerbs_AreFoundAnywhere(string text, int asking, int turned)
    {
        var dense = Of(text);
        Assert.Equal(((float)asking, (float)turned), (dense[20], dense[21]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!... -- ?")]
    public void OfNoWords_ThereIsNoShape(string text) => Assert.All(Of(text)[..10], value => Assert.Equal(0, value));

    [Fact]
    public void OfAnything_ThereAreAsManyFeatures()
    {
        string[] texts = ["", "no", new('a', 2_000_000), string.Concat(Enumerable.Repeat("no way? ", 100_000)), "\0\uD800 x \uFFFF?"];
        Assert.Single(texts.Select(text => Of(text).Length).Distinct());
    }

    private static float[] Of(string text)
    {
        var (vector, tokens) = (new FeatureVector(), new TextTokens());
        tokens.Read(text);
        ClauseFeatures.Add(vector, tokens);
        return vector.Dense.ToArray();
    }
}
