using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Engines.PocketSphinx;

public sealed class PocketSphinxRecognizerTests
{
    [PocketSphinxFact]
    public async Task HearsWhatFliteSays()
    {
        const string said = "i would like to make an appointment with the doctor on tuesday morning";
        await using var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1, QueueMs = 30_000 });
        await using var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        foreach (var frame in Spoken.InRoom(await Spoken.SayAsync(said)).Chunk(AudioFormat.FrameSamples))
        {
            Assert.True(stream.Write(frame));
        }

        var heard = await stream.FinishAsync(CancellationToken.None);

        Assert.True(WordErrors.Rate(said, heard.Text) <= 0.2, $"Heard: {heard.Text}");
        Assert.Equal(heard.Text, string.Join(' ', heard.Words.Select(word => word.Text)));
        Assert.InRange(heard.Confidence, 0.05, 1);
    }
}
