using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

public sealed class HallucinationGuardTests
{
    [Theory]
    [InlineData("thanks for watching")]
    [InlineData("thank you")]
    [InlineData("subtitles by the amara org community")]
    [InlineData("please subscribe to my channel")]
    [InlineData("you")]
    public void KnownInvention_OnNoise_IsRefused(string text)
    {
        var verdict = Judge(text, probability: 0.5, speechMs: 60);

        Assert.Equal((GuardReason.KnownInvention, 0, false), (verdict.Reason, verdict.Words.Count, verdict.IsSure));
    }

    [Theory]
    [InlineData(0.5, 900)]
    [InlineData(0.9, 60)]
    public void ThankYou_SaidAloudOrHeardWell_IsBelieved(double probability, int speechMs)
    {
        var verdict = Judge("thank you", probability, speechMs);

        Assert.Equal((GuardReason.None, 2, true), (verdict.Reason, verdict.Words.Count, verdict.IsSure));
    }

    [Fact]
    public void PoorWords_WhereTheDecoderHeardNobody_AreRefused() =>
        Assert.Equal(GuardReason.NoSpeech, Judge("the end of the road", 0.3, speechMs: 2_000, noSpeech: 0.8).Reason);

    [Fact]
    public void GoodWords_AreBelieved_EvenWhenTheDecoderDoubtsThatAnybodySpoke() =>
        Assert.Equal(GuardReason.None, Judge("what is your date of birth", 0.8, speechMs: 1_500, noSpeech: 0.9).Reason);

    [Fact]
    public void PoorWords_AreRefusedWithLittleSpeech_AndKeptButNotSureWithEnough()
    {
        Assert.Equal(GuardReason.LittleSpeech, Judge("we went to the market", 0.3, speechMs: 300).Reason);

        var enough = Judge("we went to the market", 0.3, speechMs: 1_200);
        Assert.Equal((GuardReason.None, 5, false), (enough.Reason, enough.Words.Count, enough.IsSure));
    }

    [Fact]
    public void Prompt_SaidBackOnNoise_IsRefused()
    {
        Assert.Equal(GuardReason.PromptEcho, Judge("metformin doctor patel", 0.5, speechMs: 100, prompt: "Metformin, Doctor Patel, Ozempic.").Reason);
        Assert.Equal(GuardReason.None, Judge("metformin doctor patel", 0.5, speechMs: 1_000, prompt: "Metformin, Doctor Patel, Ozempic.").Reason);
        Assert.Equal(GuardReason.None, Judge("doctor ozempic", 0.5, speechMs: 100, prompt: "Metformin, Doctor Patel, Ozempic.").Reason);
    }

    [Fact]
    public void Loop_IsHeardOnce_AndNotSure()
    {
        var verdict = Judge(string.Join(' ', Enumerable.Repeat("i need to", 4)) + " see the doctor", 0.8, speechMs: 3_000);

        Assert.Equal("i need to see the doctor", Text(verdict));
        Assert.Equal((GuardReason.Repetition, false), (verdict.Reason, verdict.IsSure));
    }

    [Fact]
    public void PoorLoop_IsRefused() =>
        Assert.Empty(Judge(string.Join(' ', Enumerable.Repeat("the next one", 12)), 0.3, speechMs: 9_000).Words);

    [Theory]
    [InlineData("five five five five five one two")]
    [InlineData("no no no no that is not right")]
    [InlineData("yes yes i know i know i know")]
    [InlineData("five one two five five one two i said five one two five five one two yes five one two five five one two five one two five five one two")]
    public void WhatPeopleRepeat_IsKept(string text)
    {
        var verdict = Judge(text, 0.8, speechMs: 3_000);

        Assert.Equal((text, GuardReason.None), (Text(verdict), verdict.Reason));
    }

    [Fact]
    public void SpeechDetector_IsAskedOnlyInDoubt()
    {
        var words = Words("what is your date of birth", 0.9);

        var verdict = HallucinationGuard.Judge(new GuardEvidence(words, 0.1, () => throw new InvalidOperationException("asked"), ""));

        Assert.True(verdict.IsSure);
    }

    [Fact]
    public void Compression_TellsLoopsFromSpeech()
    {
        Assert.True(HallucinationGuard.Compression(string.Concat(Enumerable.Repeat("thank you ", 20))) > 5);
        Assert.InRange(HallucinationGuard.Compression("i would like to make an appointment with the doctor on tuesday morning if that is possible"), 0.8, 2);
    }

    [Fact]
    public void NoWords_AreNothingToJudge() => Assert.Equal(GuardReason.None, Judge("", 0, 0).Reason);

    private static GuardVerdict Judge(string text, double probability, int speechMs, double noSpeech = 0.1, string prompt = "") =>
        HallucinationGuard.Judge(new GuardEvidence(Words(text, probability), noSpeech, () => speechMs, prompt));

    private static RecognizedWord[] Words(string text, double probability) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => new RecognizedWord(word, i * 200, i * 200 + 200, probability))];

    private static string Text(GuardVerdict verdict) => string.Join(' ', verdict.Words.Select(word => word.Text));
}
