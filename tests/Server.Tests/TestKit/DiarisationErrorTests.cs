using RealtimeTraining.TestKit.Speakers;

namespace RealtimeTraining.Server.Tests.TestKit;

public sealed class DiarisationErrorTests
{
    private static readonly SpokenTurn[] Truth = [new("anna", 0, 10_000), new("ben", 10_000, 20_000)];

    [Fact]
    public void SameTurnsUnderOtherNames_AreNoError() => Assert.Equal(0, DiarisationError.Of(Truth, [(7, 0, 10_000), (3, 10_000, 20_000)], 20_000).Rate);

    [Fact]
    public void ChangeWithinTheCollar_IsNoError() => Assert.Equal(0, DiarisationError.Of(Truth, [(0, 0, 10_200), (1, 10_200, 20_000)], 20_000).Rate);

    [Fact]
    public void AllGivenToOne_IsHalfWrong() =>
        Assert.Equal(new DiarisationError(0, 0, 10_000, 20_000), DiarisationError.Of(Truth, [(0, 0, 20_000)], 20_000, collarMs: 0));

    [Fact]
    public void MissedAndTooMuch_AreCounted() =>
        Assert.Equal(new DiarisationError(5_000, 10_000, 0, 20_000), DiarisationError.Of(Truth, [(0, 0, 10_000), (0, 20_000, 25_000)], 30_000, collarMs: 0));

    [Fact]
    public void WhoeverSpeaksAtOnce_CountsEach() =>
        Assert.Equal(new DiarisationError(0, 4_000, 0, 14_000), DiarisationError.Of([new("anna", 0, 10_000), new("ben", 6_000, 10_000)], [(0, 0, 10_000)], 10_000, collarMs: 0));
}
