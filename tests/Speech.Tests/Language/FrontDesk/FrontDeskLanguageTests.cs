using RealtimeTraining.Speech.Language.FrontDesk;

namespace RealtimeTraining.Speech.Tests.Language.FrontDesk;

public sealed class FrontDeskLanguageTests
{
    [Fact]
    public void Sentences_HaveTheirSlotsFilled()
    {
        Assert.InRange(FrontDeskLanguage.Sentences.Count, 1_000, 20_000);
        Assert.All(FrontDeskLanguage.Sentences.SelectMany(sentence => sentence),
            word => Assert.Matches("^[a-z]+('[a-z]+)?$", word));
        Assert.Contains(FrontDeskLanguage.Sentences, sentence => sentence.Contains("metformin"));
    }

    [Fact]
    public void WholeSentences_AreThereOnce_WithoutAddedHesitations()
    {
        var sentences = FrontDeskLanguage.Whole(6);

        Assert.InRange(sentences.Count, 300, 3_000);
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.DoesNotContain(sentences, sentence => sentence.Contains('{'));
        Assert.Contains("what is your date of birth", sentences);
        Assert.True(Hesitating(sentences) < 0.02 * sentences.Count && Hesitating(FrontDeskLanguage.Sentences.Select(words => string.Join(' ', words))) > 0.2 * FrontDeskLanguage.Sentences.Count);

        static int Hesitating(IEnumerable<string> all) => all.Count(sentence => sentence.Split(' ').Any(word => word is "um" or "uh"));
    }
}
