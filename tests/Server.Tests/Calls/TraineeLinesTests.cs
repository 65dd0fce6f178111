using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Listening;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>Forty lines with hesitations, restarts, groups of digits and "and ...", through the listening stage as it runs in a call.</summary>
public sealed class TraineeLinesTests
{
    private static readonly TurnEndDetector Ours = new(new TurnEndOptions(), TurnEndModel.Shared, SilenceModel.Shared);

    [SpokenFact]
    public async Task WordsThatAreUnderstood_AreNotCutInto_AndEndSoonerThanWithADelayThatSparesThem()
    {
        var ours = await HearAsync(Ours);

        Assert.Equal(40, ours.Count);
        Assert.True(ours.Count(turn => turn.IsCutInto) <= MostCutInto, string.Join('\n', ours.SelectMany(turn => turn.CutInto)));
        var waits = ours.Select(turn => turn.WaitMs ?? int.MaxValue).Order().ToList();
        // A delay that spares them waits a second at every end.
        Assert.InRange(waits[19], 300, 700);
        Assert.InRange(waits[37], 300, 1_500);
    }

    [SpokenFact]
    public async Task AFixedDelay_CutsIntoMostOfThem_WhichTheyAreThereFor()
    {
        var turns = await HearAsync(new FixedDelayTurnDetector(new FixedDelayOptions { SilenceMs = 400 }));

        Assert.True(turns.Count(turn => turn.IsCutInto) > 30);
    }

    [SpokenFact]
    public async Task WordsThatPocketSphinxHears_AreNotAllCutInto()
    {
        const string scenarioId = "test-results-follow-up";
        var library = new ScenarioLibrary([ScenarioLibrary.BuiltInFolder], TimeSpan.FromDays(1), TimeProvider.System, NullLogger<ScenarioLibrary>.Instance);
        await using var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1 });
        var phrases = ScenarioWords.Of(library.All.First(scenario => scenario.Id == scenarioId));
        var stream = new InStep(await recognizer.OpenAsync(new RecognitionContext(phrases), CancellationToken.None));

        var turns = await Rehearsal.HearAsync(await LinesAsync(scenarioId), Ours, stream);

        // Of five; what it mishears before a pause is not always the same.
        Assert.True(turns.Count(turn => turn.IsCutInto) <= MostCutInto, string.Join('\n', turns.SelectMany(turn => turn.CutInto)));
        Assert.All(turns, turn => Assert.InRange(turn.WaitMs ?? int.MaxValue, 250, 2_600));
    }

    /// <summary>"Northside Imaging, where your scan is booked" sounds whole, and the like.</summary>
    private const int MostCutInto = 3;

    private static async Task<List<RehearsedTurn>> HearAsync(ITurnDetector detector)
    {
        var turns = new List<RehearsedTurn>();
        foreach (var scenarioId in TraineeLines.WithPauses.Keys)
        {
            turns.AddRange(await Rehearsal.HearAsync(await LinesAsync(scenarioId), detector));
        }
        return turns;
    }

    private static async Task<List<RehearsedLine>> LinesAsync(string scenarioId)
    {
        var lines = new List<RehearsedLine>();
        foreach (var text in TraineeLines.WithPauses[scenarioId])
        {
            lines.Add(await RehearsedLine.SayAsync(text));
        }
        return lines;
    }
}
