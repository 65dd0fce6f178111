using System.Globalization;
using RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.PocketSphinx.Leaning;

public sealed class LeaningTests
{
    [Fact]
    public void ProbabilitiesAfterEachWord_SumToOne() => AssertSums(Counted());

    [Fact]
    public void WhatIsCountedLess_IsLeftOut_AndTheRestSumsToOne()
    {
        var whole = Counted();
        var pruned = new ArpaModel(whole);
        pruned.Prune(2);
        pruned.Add(["good", "evening"], 1);

        AssertSums(pruned);
        Assert.Contains("good morning", pruned.Write(), StringComparison.Ordinal);
        Assert.Contains("good evening", pruned.Write(), StringComparison.Ordinal);
        Assert.DoesNotContain("day good", pruned.Write(), StringComparison.Ordinal);
        Assert.Contains(" day ", pruned.Write(), StringComparison.Ordinal);
        Assert.Equal(Counted().Write(), whole.Write());
    }

    private static ArpaModel Counted()
    {
        var model = new ArpaModel();
        model.Add(["good", "morning"], 3);
        model.Add(["good", "day", "good", "morning"], 1);
        model.Add(["morning"], 2);
        return model;
    }

    private static void AssertSums(ArpaModel model)
    {
        var (unigrams, bigrams) = Parse(model.Write());

        var words = unigrams.Keys.Where(word => word != "<s>").ToList();
        Assert.Equal(1, words.Sum(word => unigrams[word].Probability), 3);
        foreach (var (history, (_, backOff)) in unigrams)
        {
            var sum = words.Sum(word => bigrams.TryGetValue($"{history} {word}", out var seen) ? seen : backOff * unigrams[word].Probability);
            if (history != "</s>")
            {
                Assert.Equal(1, sum, 2);
            }
        }
    }

    [Fact]
    public void SamePhrases_InAnyOrder_AreOneModel()
    {
        var models = new LeanModels();

        Assert.Same(models.For(["Dr. Patel", "metformin"]), models.For(["Metformin", "dr patel"]));
        Assert.NotEqual(models.For([]).Key, models.For(["metformin"]).Key);
    }

    [FliteTheory]
    [InlineData("metformin")]
    [InlineData("okafor")]
    [InlineData("levetiracetam")]
    [InlineData("o'shaughnessy")]
    public void UnknownWords_ArePronounced(string word)
    {
        var phones = Pronouncer.Pronounce(word);

        Assert.NotNull(phones);
        Assert.InRange(phones.Split(' ').Length, word.Length / 2, word.Length + 2);
        Assert.Matches("^[A-Z]{1,2}( [A-Z]{1,2})*$", phones);
    }

    [Theory]
    [InlineData("\u65E5\u672C")]
    [InlineData("4you")]
    [InlineData("<s>")]
    public void WhatIsNoWord_IsNotPronounced(string word) => Assert.Null(Pronouncer.Pronounce(word));

    [Theory]
    [InlineData("March 14th 1986", "March  fourteenth   nineteen eighty six ")]
    [InlineData("500mg", " five hundred mg")]
    [InlineData("90210", " nine zero two one zero ")]
    [InlineData("007", " zero zero seven ")]
    public void Figures_AreWrittenAsTheyAreHeard(string phrase, string heard) => Assert.Equal(heard, SpokenNumbers.Write(phrase));

    private static (Dictionary<string, (double Probability, double BackOff)> Unigrams, Dictionary<string, double> Bigrams) Parse(string arpa)
    {
        var unigrams = new Dictionary<string, (double, double)>();
        var bigrams = new Dictionary<string, double>();
        var section = 0;
        foreach (var line in arpa.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.EndsWith("-grams:", StringComparison.Ordinal))
            {
                section = line[1] - '0';
                continue;
            }
            var fields = line.Split(' ');
            if (section == 1)
            {
                unigrams.Add(fields[1], (FromLog(fields[0]), FromLog(fields[2])));
            }
            else if (section == 2)
            {
                bigrams.Add($"{fields[1]} {fields[2]}", FromLog(fields[0]));
            }
        }
        return (unigrams, bigrams);
    }

    private static double FromLog(string text) => Math.Pow(10, double.Parse(text, CultureInfo.InvariantCulture));
}
