using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Training.Hearing;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Models.Tests.Hearing;

public sealed class OfficeSceneTests
{
    [Fact]
    public void VoiceInAQuietRoom_IsLabelled_ItsEdgesAreUnsure_AndAStopInsideAWordIsNoPause()
    {
        // A second of room, a second of voice with a stop of 60 ms, a second of room.
        var samples = Hums(3, (1.0, 1.5), (1.56, 2.0));

        var labels = QuietRoomLabels.Label("hum", samples).Labels;

        Assert.All(labels[..45], label => Assert.Equal(FrameLabel.Quiet, label));
        Assert.All(labels[53..97], label => Assert.Equal(FrameLabel.Speech, label));
        Assert.All(labels[105..], label => Assert.Equal(FrameLabel.Quiet, label));
        Assert.Equal(8, labels.Count(label => label == FrameLabel.Unsure));
    }

    [Fact]
    public void SoundWithoutPitch_IsNotLabelledAsSpeech()
    {
        var random = new SeededRandom(1);
        var samples = Hums(4, (0.5, 1.5));
        for (var i = 3 * AudioFormat.SampleRateHz; i < 3.4 * AudioFormat.SampleRateHz; i++)
        {
            samples[i] = (short)(12_000 * (random.NextDouble() - 0.5));
        }

        var labels = QuietRoomLabels.Label("hum and hiss", samples).Labels;

        Assert.Contains(FrameLabel.Speech, labels[30..70]);
        Assert.DoesNotContain(FrameLabel.Speech, labels[140..]);
    }

    [Fact]
    public void Scenes_HaveALabelForEachFrame_AndAreTheSameFromTheSameSeed()
    {
        var scenes = new OfficeScene([QuietRoomLabels.Label("hum", Hums(4, (0.5, 1.5), (2.2, 3.4)))]);
        var (one, other) = (new SeededRandom(4), new SeededRandom(4));
        var kinds = new HashSet<FrameLabel>();
        for (var i = 0; i < 6; i++)
        {
            var (scene, again) = (scenes.Make(one), scenes.Make(other));

            Assert.Equal(scene.Samples.Length, scene.Labels.Length * AudioFormat.FrameSamples);
            Assert.Equal(scene.Samples, again.Samples);
            Assert.Equal(scene.Labels, again.Labels);
            kinds.UnionWith(scene.Labels);
        }

        Assert.Equal(3, kinds.Count);
    }

    private static short[] Hums(int seconds, params (double From, double To)[] voiced)
    {
        var random = new SeededRandom(2);
        return [.. Enumerable.Range(0, seconds * AudioFormat.SampleRateHz).Select(i =>
        {
            var at = (double)i / AudioFormat.SampleRateHz;
            var voice = voiced.Any(span => at >= span.From && at < span.To) ? 4_000 * Math.Sin(2 * Math.PI * 150 * at) + 2_000 * Math.Sin(2 * Math.PI * 300 * at) : 0;
            return (short)(voice + random.Next(17) - 8);
        })];
    }
}
