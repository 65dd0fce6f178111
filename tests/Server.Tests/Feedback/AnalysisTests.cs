using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class AnalysisTests
{
    private static readonly RuleUtteranceAnalysis Analysis = new();

    [Theory]
    [InlineData("i can hear how worried you are", 0, 2, 0)]
    [InlineData("That must be so frustrating for you, Mrs. Reed.", 0, 2, 0)]
    [InlineData("no wonder you are upset", 0, 2, 0)]
    [InlineData("i understand", 0, 1, 0)]
    [InlineData("i'm so sorry about the wait", 2, 0, 0)]
    [InlineData("im sorry to hear that", 2, 0, 0)]
    [InlineData("sorry i didn't catch that", 0, 0, 0)]
    [InlineData("i'm sorry but the office is closed", 0, 0, 0)]
    [InlineData("we'll get this sorted out together", 1, 0, 0)]
    [InlineData("how are you feeling about it", 0, 0, 2)]
    [InlineData("tell me more about what happened", 0, 0, 1)]
    [InlineData("i don't understand why you are worried", 0, 0, 0)]
    [InlineData("the doctor is out until monday", 0, 0, 0)]
    [InlineData("", 0, 0, 0)]
    public void Empathy_is_read_in_three_ways(string text, int reaction, int interpretation, int exploration)
    {
        var reading = Analysis.ReadTrainee(SpokenLine.Of(text));
        Assert.Equal((reaction, interpretation, exploration), (reading.EmotionalReaction, reading.Interpretation, reading.Exploration));
    }

    [Theory]
    [InlineData("what brings you in today", 1, 0)]
    [InlineData("how did that happen", 1, 0)]
    [InlineData("tell me about the pain", 1, 0)]
    [InlineData("what is your date of birth", 0, 1)]
    [InlineData("do you have insurance", 0, 1)]
    [InlineData("how long have you had it", 0, 1)]
    [InlineData("what is your name and when were you born and do you have insurance", 0, 3)]
    [InlineData("i know what you mean", 0, 0)]
    [InlineData("the doctor will call you", 0, 0)]
    public void Questions_are_open_or_closed(string text, int open, int closed)
    {
        var reading = Analysis.ReadTrainee(SpokenLine.Of(text));
        Assert.Equal((open, closed), (reading.OpenQuestions, reading.ClosedQuestions));
    }

    [Theory]
    [InlineData("could i please have your name", "give me your name")]
    [InlineData("thank you would you mind waiting a moment", "hold on")]
    [InlineData("may i have your date of birth please", "date of birth")]
    [InlineData("i appreciate your patience", "as i already said you have to wait")]
    public void A_courteous_sentence_is_more_polite_than_a_curt_one(string courteous, string curt)
    {
        Assert.True(Analysis.ReadTrainee(SpokenLine.Of(courteous)).Politeness > Analysis.ReadTrainee(SpokenLine.Of(curt)).Politeness);
    }

    [Theory]
    [InlineData("as i already said that's not my problem")]
    [InlineData("you should have called earlier")]
    [InlineData("there's nothing i can do")]
    [InlineData("calm down")]
    public void Irritation_is_heard(string text) => Assert.True(Analysis.ReadTrainee(SpokenLine.Of(text)).Irritation > 0);

    [Theory]
    [InlineData("let me see what i can do for you")]
    [InlineData("is there anything i can do")]
    [InlineData("your policy number is on the card")]
    [InlineData("of course take your time")]
    [InlineData("you should have received a letter from us by now i'm sorry about that")]
    [InlineData("as i said let's take it step by step")]
    [InlineData("okay so what i would suggest is tuesday")]
    [InlineData("how many times a day would you say")]
    [InlineData("if you had to say where it hurts where would it be")]
    [InlineData("you should have a letter from us by friday")]
    public void A_friendly_sentence_is_not_taken_for_irritation(string text) => Assert.Equal(0, Analysis.ReadTrainee(SpokenLine.Of(text)).Irritation);

    [Theory]
    [InlineData("I'm really worried about my results.", FeelingKind.Worry)]
    [InlineData("this is the third time i've called", FeelingKind.Frustration)]
    [InlineData("Nobody called me back!", FeelingKind.Frustration)]
    [InlineData("it hurts so much i can't stand it", FeelingKind.Pain)]
    [InlineData("my husband just died", FeelingKind.Sadness)]
    [InlineData("I don't understand why I got this bill.", FeelingKind.Confusion)]
    public void The_patients_feeling_is_read(string text, FeelingKind kind)
    {
        var feeling = Analysis.ReadPatient(SpokenLine.Of(text));
        Assert.Equal(kind, feeling?.Kind);
        Assert.Contains(feeling!.Quote, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I'm not worried about that.")]
    [InlineData("March fourteenth nineteen sixty seven.")]
    [InlineData("Yes, that works for me.")]
    public void A_plain_line_shows_no_feeling(string text) => Assert.Null(Analysis.ReadPatient(SpokenLine.Of(text)));

    [Fact]
    public void Every_mark_quotes_the_line_as_it_stands()
    {
        const string text = "Good morning — I’m SO sorry about that, Mrs. Reed! That must be frustrating… Could I please have your name?";
        var reading = Analysis.ReadTrainee(SpokenLine.Of(text));
        Assert.True(reading.Marks.Count >= 5);
        Assert.All(reading.Marks, m => Assert.Contains(m.Quote, text, StringComparison.Ordinal));
    }
}
