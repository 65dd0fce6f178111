using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class StretchFinderTests
{
    [Fact]
    public void EachSide_IsHeardForItself_AndTheStretchesComeInOrder()
    {
        var found = Find(MadeSound.Speaking(8, 0, 3, 6), MadeSound.Speaking(8, 1, 6));

        Assert.Equal([(0, 0), (1, 1), (0, 3), (0, 6), (1, 6)], found.Select(stretch => (stretch.Channel, stretch.StartMs / 1_000)));
        Assert.All(found, stretch => Assert.InRange(stretch.LengthMs, 600, 950));
    }

    [Fact]
    public void ShortPause_DoesNotEndAStretch()
    {
        // 700 ms of voice in each second leave pauses of 300 ms.
        var found = Find(MadeSound.Speaking(8, 1, 2, 3), MadeSound.Speaking(8));

        var one = Assert.Single(found);
        Assert.InRange(one.LengthMs, 2_600, 2_950);
    }

    [Fact]
    public void LongSpeech_IsCutAtItsPauses()
    {
        var found = Find(MadeSound.Speaking(40, [.. Enumerable.Range(0, 39)]), MadeSound.Speaking(40));

        Assert.InRange(found.Count, 3, 4);
        Assert.All(found, stretch => Assert.InRange(stretch.LengthMs, 1_000, StretchFinder.LongMs + 1_000));
    }

    [Fact]
    public void OtherPartysVoice_SoftlyThroughTheTelephone_IsNotAPartyOfItsOwn()
    {
        var left = MadeSound.Speaking(6, 0, 3);
        var right = MadeSound.Speaking(6, 1);
        for (var i = 0; i < right.Length; i++)
        {
            right[i] += (short)(left[i] / 20);
        }

        Assert.Equal([0, 1, 0], Find(left, right).Select(stretch => stretch.Channel));
    }

    [Fact]
    public void SameRecording_GivesTheSameStretches()
    {
        var (left, right) = (MadeSound.Speaking(8, 0, 3), MadeSound.Speaking(8, 2, 3));

        Assert.Equal(Find(left, right), Find(left, right));
    }

    private static IReadOnlyList<SpeechStretch> Find(short[] left, short[] right)
    {
        using var sound = new RecordedSound(new MemoryStream(MadeSound.Stereo(left, right)[WavHead.Bytes..]), 2);
        return StretchFinder.Find(sound, 2, () => new EnergySpeechDetector(new EnergySpeechDetectorOptions()), CancellationToken.None);
    }
}
