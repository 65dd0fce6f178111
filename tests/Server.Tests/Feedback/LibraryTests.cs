using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Feedback;

/// <summary>The scenarios that come with the product, as feedback reads them.</summary>
public sealed class LibraryTests
{
    private static readonly ScenarioLibrary Library =
        new([ScenarioLibrary.BuiltInFolder], TimeSpan.FromHours(1), TimeProvider.System, NullLogger<ScenarioLibrary>.Instance);

    public static TheoryData<string> Ids => [.. Library.All.Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_key_phrase_is_found_in_itself_and_its_variants(string id)
    {
        foreach (var phrase in Library.Find(id)!.Script.Phases.SelectMany(p => p.KeyPhrases))
        {
            var matcher = new PhraseMatcher(phrase.Phrase, phrase.Variants);
            foreach (var said in phrase.Variants.Prepend(phrase.Phrase))
            {
                Assert.True(matcher.Match(SpokenLine.Of(SpokenText.Normalise(said))).Said, said);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_an_expert_would_say_is_not_what_should_be_avoided(string id)
    {
        var scenario = Library.Find(id)!;
        var good = scenario.IdealAnswers.Select(a => a.Say)
            .Concat(scenario.Script.Phases.SelectMany(p => p.KeyPhrases).SelectMany(p => p.Variants.Prepend(p.Phrase)))
            .Concat(scenario.Script.Avoid.Select(a => a.Better));
        var wrong = (from text in good
                    let line = SpokenLine.Of(SpokenText.Normalise(text))
                    from avoid in scenario.Script.Avoid
                    let match = new PhraseMatcher(avoid.Phrase, avoid.Variants).Match(line)
                    where match.Said
                    select $"\"{avoid.Phrase}\" in \"{text}\" ({match.Likeness:0.00}: {match.Quote})").ToList();
        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_an_expert_would_say_does_not_sound_irritated(string id)
    {
        var analysis = ProductAnalysis.Shared;
        var scenario = Library.Find(id)!;
        var wrong = (from text in scenario.IdealAnswers.Select(a => a.Say).Concat(scenario.Script.Avoid.Select(a => a.Better))
                    let reading = analysis.ReadTrainee(SpokenLine.Of(SpokenText.Normalise(text)))
                    from mark in reading.Marks
                    where mark.Kind is MarkKind.Impatient or MarkKind.Blaming or MarkKind.Dismissive or MarkKind.Profane or MarkKind.Casual or MarkKind.Irritated
                    select $"{mark.Kind} \"{mark.Quote}\" in \"{text}\"").ToList();
        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Key_phrases_of_one_phase_are_not_taken_for_another_phases(string id)
    {
        var scenario = Library.Find(id)!;
        var phrases = (from phase in scenario.Script.Phases from phrase in phase.KeyPhrases select (phase, phrase)).ToList();
        var wrong = (from said in phrases
                     let line = SpokenLine.Of(SpokenText.Normalise(said.phrase.Phrase))
                     from other in phrases
                     where other.phase.Id != said.phase.Id && new PhraseMatcher(other.phrase.Phrase, other.phrase.Variants).Match(line).Said
                     select $"\"{said.phrase.Phrase}\" counts as \"{other.phrase.Phrase}\"").ToList();
        Assert.True(wrong.Count <= 1, string.Join("; ", wrong));
    }
}
