using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.Flite;

public sealed class FliteSynthesizerTests
{
    private const string Sentence = "Hello, I would like to make an appointment, please.";

    [FliteFact]
    public async Task FirstSound_ComesAtOnce()
    {
        var samples = await Spoken.SayAsync(Sentence);

        Assert.InRange(samples.Length, 2 * AudioFormat.SampleRateHz, 5 * AudioFormat.SampleRateHz);
        var first = Array.FindIndex(samples, sample => Math.Abs((int)sample) > 500);
        Assert.InRange(first, 0, AudioFormat.Samples(100));
    }

    [FliteFact]
    public async Task AllVoices_SpeakEquallyLoud_AndDoNotClip()
    {
        await using var synthesizer = new FliteSynthesizer();
        foreach (var voice in synthesizer.Voices)
        {
            var samples = await Spoken.SayAsync(Sentence, voice.Id);

            Assert.InRange(Loudness.ActiveDbfs(samples), -22.5f, -17.5f);
            Assert.InRange(Loudness.PeakDbfs(samples), -20, -0.05f);
        }
    }

    [FliteTheory]
    [InlineData("female", "slt")]
    [InlineData("male", "rms")]
    public async Task Kind_MeansItsBestVoice(string kind, string voice) =>
        AssertSameWords(await Spoken.SayAsync(Sentence, voice), await Spoken.SayAsync(Sentence, kind));

    [FliteTheory]
    [InlineData("slt")]
    [InlineData("kal16")]
    public async Task Rate_ChangesTheLength(string voice)
    {
        var plain = (await Spoken.SayAsync(Sentence, voice)).Length;

        Assert.InRange((await Spoken.SayAsync(Sentence, voice, rate: 2)).Length, 0.42 * plain, 0.6 * plain);
        Assert.InRange((await Spoken.SayAsync(Sentence, voice, rate: 0.5)).Length, 1.7 * plain, 2.2 * plain);
        Assert.InRange((await Spoken.SayAsync(Sentence, voice)).Length, 0.98 * plain, 1.02 * plain);
    }

    [FliteTheory]
    [InlineData("slt")]
    [InlineData("rms")]
    [InlineData("kal16")]
    public async Task Pitch_RaisesTheVoice(string voice)
    {
        var plain = MedianPitchHz(await Spoken.SayAsync(Sentence, voice));
        var high = MedianPitchHz(await Spoken.SayAsync(Sentence, voice, pitch: 1.3));

        Assert.InRange(high / plain, 1.15, 1.45);
    }

    [FliteFact]
    public async Task LongText_IsSpokenWhole_AndItsFirstSoundDoesNotWaitForTheRest()
    {
        var text = string.Join(' ', Enumerable.Repeat(Sentence, 38));
        await using var synthesizer = new FliteSynthesizer();
        var total = 0;
        await foreach (var chunk in synthesizer.SpeakAsync(new SpeechRequest(text, "slt"), CancellationToken.None))
        {
            Assert.InRange(chunk.Length, 1, AudioFormat.Samples(100));
            total += chunk.Length;
        }

        var once = (await Spoken.SayAsync(Sentence)).Length;
        Assert.InRange(total, 38 * once, 38 * (once + AudioFormat.Samples(300)));
        Assert.InRange(ClauseSplitter.Split(text)[0].Text.Length, 1, 70);
    }

    [FliteFact]
    public async Task Cancelled_StopsBeforeTheNextChunk()
    {
        using var cancel = new CancellationTokenSource();
        await using var synthesizer = new FliteSynthesizer();
        var chunks = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in synthesizer.SpeakAsync(new SpeechRequest(Sentence, "slt"), cancel.Token))
            {
                chunks++;
                await cancel.CancelAsync();
            }
        });

        Assert.Equal(1, chunks);
    }

    [FliteFact]
    public async Task ManyAtOnce_EachGetsItsOwnWords()
    {
        // kal16 alone says the same sentence twice in the same way, to the sample.
        string[] texts = ["Number one.", "Number two is quite a bit longer.", "The third of them is the longest of them all.", "Four is the best of them."];
        string[] voices = ["kal16", "rms", "slt", "kal16"];
        var alone = new List<short[]>();
        foreach (var (text, voice) in texts.Zip(voices))
        {
            alone.Add(await Spoken.SayAsync(text, voice, 1.2, 0.9));
        }

        var together = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Spoken.SayAsync(texts[i % 4], voices[i % 4], 1.2, 0.9)));

        Assert.All(together.Select((samples, i) => (samples, i)), said =>
        {
            AssertSameWords(alone[said.i % 4], said.samples);
            if (voices[said.i % 4] == "kal16")
            {
                Assert.Equal(alone[said.i % 4], said.samples);
            }
        });
    }

    [FliteTheory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task NothingToSay_IsRefused(string text)
    {
        await using var synthesizer = new FliteSynthesizer();

        Assert.Throws<ArgumentException>(() => synthesizer.SpeakAsync(new SpeechRequest(text, "slt"), CancellationToken.None));
    }

    [FliteFact]
    public async Task OutOfRange_IsRefused_WithWhatIsAllowed()
    {
        await using var synthesizer = new FliteSynthesizer();

        Assert.Contains("2,000", Refused(new SpeechRequest(new string('a', 2_001), "slt")), StringComparison.Ordinal);
        Assert.Contains("kal16", Refused(new SpeechRequest("Hi.", "darth")), StringComparison.Ordinal);
        Assert.Contains("0.5", Refused(new SpeechRequest("Hi.", "slt", Rate: 0)), StringComparison.Ordinal);
        Assert.Contains("0.5", Refused(new SpeechRequest("Hi.", "slt", Pitch: double.NaN)), StringComparison.Ordinal);

        string Refused(SpeechRequest request) =>
            Assert.ThrowsAny<ArgumentException>(() => synthesizer.SpeakAsync(request, CancellationToken.None)).Message;
    }

    [FliteTheory]
    [InlineData("\u0001\u0002 \u65E5\u672C\u8A9E")]
    [InlineData("...")]
    [InlineData("?!?! ,,,, ;;;")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("%s %n %x \\ < > & \" '")]
    public async Task OddText_DoesNoHarm(string text)
    {
        Assert.InRange((await Spoken.SayAsync(text)).Length, 0, 60 * AudioFormat.SampleRateHz);
        Assert.NotEmpty(await Spoken.SayAsync("Hello."));
    }

    /// <summary>The voices breathe by chance, so that no two clips are the same to the sample.</summary>
    private static void AssertSameWords(short[] expected, short[] actual) =>
        Assert.InRange(actual.Length, 0.9 * expected.Length, 1.1 * expected.Length);

    /// <summary>The median over frames of the lag, 60 to 400 Hz, at which the sound repeats itself best.</summary>
    private static double MedianPitchHz(short[] samples)
    {
        var pitches = new List<double>();
        const int window = 640;
        for (var at = 0; at + 2 * window < samples.Length; at += 800)
        {
            if (Loudness.RmsDbfs(samples.AsSpan(at, window)) < -28)
            {
                continue;
            }
            var (best, bestLag) = (0d, 0);
            for (var lag = 40; lag <= 266; lag++)
            {
                double product = 0, a = 0, b = 0;
                for (var i = at; i < at + window; i++)
                {
                    product += samples[i] * samples[i + lag];
                    a += samples[i] * samples[i];
                    b += samples[i + lag] * samples[i + lag];
                }
                var likeness = product / Math.Sqrt(a * b + 1);
                if (likeness > best + 0.02)
                {
                    (best, bestLag) = (likeness, lag);
                }
            }
            if (best > 0.7)
            {
                pitches.Add((double)AudioFormat.SampleRateHz / bestLag);
            }
        }
        pitches.Sort();
        return pitches[pitches.Count / 2];
    }
}
