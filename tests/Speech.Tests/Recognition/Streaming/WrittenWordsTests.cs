using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

public sealed class WrittenWordsTests
{
    [Theory]
    [InlineData(" Good morning, Dr. Patel!", "good morning doctor patel")]
    [InlineData(" I'm fine; it\u2019s Ann's.", "i'm fine it's ann's")]
    [InlineData(" It costs $1,200, or 50%.", "it costs 1200 dollars or 50 percent")]
    [InlineData(" Born on May 14th, 1967", "born on may 14th 1967")]
    [InlineData(" salt & pepper", "salt and pepper")]
    [InlineData(" five-five-five", "five five five")]
    [InlineData(" ...", "")]
    public void Words_AreAsInATranscript(string written, string spoken) => Assert.Equal(spoken, Text(Read(written)));

    [Theory]
    [InlineData("[BLANK_AUDIO]", "")]
    [InlineData(" (upbeat music) Hello", "hello")]
    [InlineData(" *coughs* Excuse me (door slams", "excuse me")]
    [InlineData(" ♪ la la la ♪", "")]
    [InlineData(" Hello [MUSIC PLAYING] there.", "hello there")]
    public void RemarksOnSounds_AreNoWords(string written, string spoken) => Assert.Equal(spoken, Text(Read(written)));

    [Fact]
    public void Tokens_MakeWords_WithTheTimesOfTheirEndsAndTheirCommonProbability()
    {
        var words = WordAssembler.Assemble([new(" Met", 100, 200, 0.9), new("form", 200, 300, 0.4), new("in", 300, 400, 0.9), new(",", 400, 420, 0.9), new(" yes", 500, 700, 0.5)]);

        Assert.Equal(["Metformin,", "yes"], words.Select(word => word.Text));
        Assert.Equal((100, 420, 500, 700), (words[0].StartMs, words[0].EndMs, words[1].StartMs, words[1].EndMs));
        Assert.Equal(Math.Pow(0.9 * 0.9 * 0.9 * 0.4, 0.25), words[0].Confidence, 6);
        Assert.Equal(0.5, words[1].Confidence, 6);
    }

    [Fact]
    public void Times_GoFromTheUtterancesBeginning_AndStayInOrderWithinTheSound()
    {
        RecognizedWord[] odd = [new("One", 500, 900, 1), new("two", 300, 800, 1), new("$5", 900, 9_000, 1)];

        var words = WrittenWords.Speak(odd, offsetMs: 10_000, lengthMs: 1_100);

        Assert.Equal(["one", "two", "5", "dollars"], words.Select(word => word.Text));
        Assert.Equal([(10_500, 10_900), (10_900, 10_900), (10_900, 11_000), (11_000, 11_100)], words.Select(word => (word.StartMs, word.EndMs)));
    }

    private static List<RecognizedWord> Read(string written)
    {
        // As a tokeniser would: a piece for each word, the space before it.
        DecodedToken[] tokens = [.. written.Replace(" ", "| ", StringComparison.Ordinal).Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select((text, i) => new DecodedToken(text, i * 100, i * 100 + 100, 0.9))];
        return WrittenWords.Speak(SoundRemarks.Remove(WordAssembler.Assemble(tokens)), 0, 10_000);
    }

    private static string Text(List<RecognizedWord> words) => string.Join(' ', words.Select(word => word.Text));
}
