using RealtimeTraining.Models.Training.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Training;

public sealed class VoiceEndingsTests
{
    private const int Rounds = 6;

    private static readonly string[] Lines =
    [
        "I came down the stairs on Monday morning and felt it in my knee",
        "There is a time with the doctor on Thursday afternoon at half past three",
        "The letter went out to the new address at the end of last week",
    ];

    [FliteFact]
    public async Task OfTwoWhoTakeTurns_EachTurnEndsOnce_AndTheSilencesInItAreNone()
    {
        var recording = new SpokenFile();
        for (var turn = 0; turn < 2 * Rounds; turn++)
        {
            var voice = turn % 2 == 0 ? "slt" : "rms";
            recording.Say(Lines[turn % 3], voice).Silence(600).Say(Lines[(turn + 1) % 3], voice).Silence(1_500);
        }

        var found = VoiceEndings.Of(3, await recording.RenderAsync());

        Assert.All(found, one => Assert.Equal(3, one.Recording));
        Assert.InRange(found.Count(one => one.IsEnd), 2 * Rounds - 3, 2 * Rounds);
        // The voice stops within a line now and then.
        Assert.InRange(found.Count(one => !one.IsEnd), 2 * Rounds - 3, 3 * Rounds + 3);
    }

    [Fact]
    public void SilenceAlone_HasNone() => Assert.Empty(VoiceEndings.Of(0, new short[160_000]));
}
