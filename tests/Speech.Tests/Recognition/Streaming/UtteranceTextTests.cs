using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

public sealed class UtteranceTextTests
{
    private readonly UtteranceText text = new();

    [Fact]
    public void Words_AreAgreedOn_WhenTwoHypothesesBeginWithThem()
    {
        Assert.Equal(0, text.Propose(Words("i want to sea")));
        Assert.Equal(3, text.Propose(Words("i want to see the")));
        Assert.Equal(5, text.Propose(Words("i want to see the doctor")));
        Assert.Equal(0, text.Propose(Words("he wants to see the doctor")));
    }

    [Fact]
    public void CommittedWords_StayBeforeWhatComes()
    {
        text.Propose(Words("i want to see"));
        text.Commit(2);
        Assert.Equal(2, text.Propose(Words("to see the doctor", fromMs: 400)));

        Assert.Equal("i want to see the doctor", text.Text);
        Assert.Equal(["i", "want"], text.Committed.Select(word => word.Text));
    }

    [Fact]
    public void WordsHeardOnBothSidesOfACut_AreThereOnce()
    {
        text.Commit(Words("please call me back"));
        text.Commit(Words("me back on tuesday", fromMs: 700));

        Assert.Equal("please call me back on tuesday", text.Text);
    }

    [Fact]
    public void OneWord_SaidAgainLater_IsThereTwice()
    {
        text.Commit(Words("no"));
        text.Commit(Words("no not today", fromMs: 600));

        Assert.Equal("no no not today", text.Text);
    }

    [Fact]
    public void Transcript_HasTheMeanConfidence_AndNothingWithoutWords()
    {
        Assert.Same(Transcript.Empty, text.ToTranscript());
        text.Propose([new("yes", 0, 200, 0.4), new("please", 200, 500, 0.8)]);

        Assert.Equal(("yes please", 0.6), (text.ToTranscript().Text, Math.Round(text.ToTranscript().Confidence, 6)));
    }

    [Fact]
    public void Prompt_HoldsThePhrasesThatFit_AndHowTheUtteranceBegan()
    {
        Assert.Equal("Metformin, Dr. Patel.", ScenarioPrompt.Of(["Metformin", " Dr. Patel", "metformin", "", new string('x', 50)], 40));
        Assert.Equal("", ScenarioPrompt.Of(["Metformin"], 0));
        Assert.Equal("Metformin. i want to", ScenarioPrompt.GoOn("Metformin.", Words("i want to")));
        Assert.Equal(24, ScenarioPrompt.GoOn("", Words(string.Join(' ', Enumerable.Repeat("word", 90)))).Split(' ').Length);
    }

    private static RecognizedWord[] Words(string said, int fromMs = 0) =>
        [.. said.Split(' ').Select((word, i) => new RecognizedWord(word, fromMs + i * 200, fromMs + i * 200 + 200, 0.9))];
}
