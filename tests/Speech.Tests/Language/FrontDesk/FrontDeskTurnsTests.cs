using RealtimeTraining.Models.Language;
using RealtimeTraining.Speech.Language.FrontDesk;
using RealtimeTraining.Speech.Tests.Engines.PocketSphinx;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Language.FrontDesk;

public sealed class FrontDeskTurnsTests
{
    /// <summary>So many words in a row that a trained line has in common with one to judge by are no accident.</summary>
    private const int TooMany = 5;

    [Fact]
    public void Turns_AreManyAndDifferent_OfManyKinds()
    {
        var turns = FrontDeskTurns.All;

        Assert.InRange(turns.Count, 5_000, 20_000);
        Assert.InRange(turns.Select(turn => turn.Topic).Distinct().Count(), 10, 50);
        Assert.Equal(turns.Count, turns.Select(turn => turn.Text).Distinct().Count());
        Assert.InRange(turns.Count(turn => turn.Text.EndsWith('?')), 0.4 * turns.Count, 0.6 * turns.Count);
        Assert.Contains(turns, turn => turn.CallerSaid.Length == 0);
    }

    [Fact]
    public void Turns_AreWhole_AndWrittenAsTheyAreSaid()
    {
        Assert.All(FrontDeskTurns.All, turn =>
        {
            Assert.Matches("^[A-Za-z',.?! /]+[.?!]$", turn.Text);
            Assert.Matches("^[A-Za-z',.?! ]*$", turn.CallerSaid);
            Assert.DoesNotContain('/', turn.Whole);
        });
    }

    [Fact]
    public void Stops_LieInsideSentences()
    {
        var stopping = FrontDeskTurns.All.Where(turn => turn.Text.Contains(FrontDeskTurns.Stop, StringComparison.Ordinal)).ToList();

        Assert.InRange(stopping.Count, 0.4 * FrontDeskTurns.All.Count, 0.6 * FrontDeskTurns.All.Count);
        Assert.All(stopping, turn => Assert.DoesNotMatch("[.?!] / ", turn.Text));
    }

    [Fact]
    public void NoTurn_IsLikeALineToJudgeBy()
    {
        var judged = TraineeLines.ByScenario.Values.SelectMany(lines => lines).Concat(TuningLines.WithPauses.SelectMany(lines => lines).Select(PausedText.Plain))
            .Concat(FrontDeskLines.All).SelectMany(Runs).ToHashSet();

        Assert.NotEmpty(judged);
        Assert.All(FrontDeskTurns.All, turn => Assert.DoesNotContain(Runs(turn.Whole), judged.Contains));
    }

    private static IEnumerable<string> Runs(string line)
    {
        var words = SpokenText.Words(line);
        for (var at = 0; at + TooMany <= words.Length; at++)
        {
            yield return string.Join(' ', words.Skip(at).Take(TooMany));
        }
    }
}
