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
