using RealtimeTraining.Server.Reviews;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Reviews.Identifiers;

/// <summary>Measures on lines written for it. An identifier counts as found when every letter and digit of it is masked, as whatever kind.</summary>
public sealed class IdentifierTests(ITestOutputHelper output)
{
    [Fact]
    public void Recall_IsAsHighAsItMustBe_AndWhatIsMaskedForNothingIsCounted()
    {
        var (found, all) = (new Dictionary<IdentifierKind, int>(), new Dictionary<IdentifierKind, int>());
        var wrong = new List<string>();
        foreach (var line in IdentifierSet.Lines)
        {
            var spans = IdentifierFinder.Find(line.Text, line.Before);
            foreach (var identifier in line.Identifiers)
            {
                all[identifier.Kind] = all.GetValueOrDefault(identifier.Kind) + 1;
                if (IsHidden(line.Text, identifier, spans))
                {
                    found[identifier.Kind] = found.GetValueOrDefault(identifier.Kind) + 1;
                }
                else
                {
                    output.WriteLine($"missed {identifier.Kind}: {MaskedText.Of(line.Text, spans)}   <-   {line.Text}");
                }
            }
            wrong.AddRange(spans.Where(span => !line.Identifiers.Any(span.Overlaps)).Select(span => $"masked for nothing ({span.Kind}): {line.Text.Substring(span.Start, span.Length)}   <-   {line.Text}"));
        }
        wrong.ForEach(output.WriteLine);
        foreach (var kind in all.Keys.Order())
        {
            output.WriteLine($"{kind}: {found.GetValueOrDefault(kind)} of {all[kind]}");
        }
        output.WriteLine($"{wrong.Count} masked for nothing in {IdentifierSet.Lines.Count} lines");

        double Recall(Func<IdentifierKind, bool> of) => found.Where(pair => of(pair.Key)).Sum(pair => pair.Value) / (double)all.Where(pair => of(pair.Key)).Sum(pair => pair.Value);
        Assert.Equal(8, all.Count);
        Assert.True(Recall(kind => kind != IdentifierKind.Name) >= 0.98, $"Patterns: {Recall(kind => kind != IdentifierKind.Name):0.000}");
        Assert.True(Recall(kind => kind == IdentifierKind.Name) >= 0.9, $"Names: {Recall(kind => kind == IdentifierKind.Name):0.000}");
        Assert.InRange(wrong.Count, 0, 5);
    }

    [Fact]
    public void MaskedText_SaysWhatWasThere()
    {
        const string text = "my name is dana fowler and my number is five five five oh one oh one two three four";

        var masked = MaskedText.Of(text, IdentifierFinder.Find(text));

        Assert.Equal("my name is [name] and my number is [phone number]", masked);
    }

    [Theory]
    [InlineData("and my name is dana fowler", "please calm down")]
    [InlineData("my name is dana", "wonderful one moment")]
    [InlineData("my name is dana fowler and i am very upset", "please calm down")]
    [InlineData("and i gave my name to the nurse yesterday", "nobody wrote anything down")]
    [InlineData("thank you and her name is grace young", "lovely bear with us")]
    public void WhatFollowsANameThatWasGiven_IsNoName(string before, string text) => Assert.Empty(IdentifierFinder.Find(text, before));

    [Theory]
    [InlineData("and your last name", "wojcik", false)]
    [InlineData("okay and the last name on the file", "wojcik", false)]
    [InlineData("thank you dana and the last name", "wojcik", false)]
    [InlineData("my name is maya and who am i speaking with", "wojcik", false)]
    [InlineData("my name is maya may i have your name", "wojcik", false)]
    [InlineData("and my name is", "wojcik", true)]
    [InlineData("my name is dana", "wojcik", true)]
    [InlineData("and my name is dana wojcik", "thank you wojcik one moment", false)]
    public void NameThatIsAskedFor_OrGoesOn_OrIsSaidAgain_IsFound_ThoughItIsOnNoList(string before, string text, bool continues)
    {
        var spans = IdentifierFinder.Find(text, before, continues);

        Assert.Equal("wojcik", text.Substring(Assert.Single(spans).Start, spans[0].Length));
    }

    [Fact]
    public void CallerWhoGaveTheirName_LeavesWhatStaffSaysNext_AsItWasSaid()
    {
        var lines = MaskedLines.Of([Line(1, Speaker.Caller, "and my name is dana fowler"), Line(2, Speaker.Staff, "please calm down"), Line(3, Speaker.Staff, "what is your last name"), Line(4, Speaker.Caller, "wojcik")]);

        Assert.Equal(["and my name is [name]", "please calm down", "what is your last name", "[name]"], lines.Select(line => line.Text));

        static ReviewLine Line(int number, Speaker speaker, string text) => new(number, speaker, number * 1_000, number * 1_000 + 900, text, 0.9, []);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\ud83d")]
    [InlineData("@ . - 1")]
    public void StrangeText_IsLeftAsItIs(string text) => Assert.Equal(text, MaskedText.Of(text, IdentifierFinder.Find(text)));

    [Fact]
    public void LongLine_TakesNoLongTime()
    {
        var text = string.Concat(Enumerable.Repeat("my name is dana and five five five at dot com 12 oak a b c ", 2_000));

        var spans = IdentifierFinder.Find(text);

        Assert.True(spans.Count > 1_000);
        Assert.Equal(spans.OrderBy(span => span.Start), spans);
    }

    private static bool IsHidden(string text, IdentifierSpan identifier, IReadOnlyList<IdentifierSpan> spans) =>
        Enumerable.Range(identifier.Start, identifier.Length).All(at => !char.IsLetterOrDigit(text[at]) || spans.Any(span => span.Start <= at && at < span.End));
}
