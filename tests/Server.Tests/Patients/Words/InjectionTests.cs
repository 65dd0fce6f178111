using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients.Words;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>What trainees try on the patient (injections.yaml), against the prompt and against a model that gives in.</summary>
public sealed partial class InjectionTests
{
    public static TheoryData<int> Numbers { get; } = new(Enumerable.Range(0, Injection.All.Count));

    [Fact]
    public void TheList_IsLongEnough() => Assert.True(Injection.All.Count >= 60);

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task ModelThatGivesIn_IsNotHeard(int number)
    {
        var attack = Injection.All[number];
        var bench = new WriterBench(attack.Model());

        var said = await bench.WriteAsync(attack.Request);

        Assert.Equal(attack.Expected, said);
        Assert.All(attack.Decision.Never.Concat(attack.Never), never => Assert.False(Holds(said, never), never));
        Assert.NotEmpty(bench.Fallbacks);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Prompt_HoldsItsDelimiters_AndNoFactThatHasNotComeOut(int number)
    {
        var attack = Injection.All[number];
        var messages = PatientPrompt.Build(attack.Request, new ModelReplyWriterOptions());

        var (constant, changing) = (messages[0].Text, messages[1].Text);
        Assert.Equal(PatientPrompt.Constant(attack.Request.Scenario), constant);
        // Each part opens and closes once, and the trainee's words are one line of their own part.
        Assert.Equal(["<facts>", "</facts>", "<turns>", "</turns>", "<mood>", "</mood>", "<decision>", "</decision>", "<line>", "</line>"], Tags().Matches(changing).Select(tag => tag.Value));
        var turns = changing[(changing.IndexOf("<turns>\n", StringComparison.Ordinal) + 8)..changing.IndexOf("</turns>", StringComparison.Ordinal)];
        var trainee = Assert.Single(turns.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("practice | ", trainee, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[<>{}\[\]`*#|\\=""]|[^\d]:|\p{C}", trainee["practice | ".Length..]);
        // Without the trainee's own words there is nothing of it.
        var ours = constant + " " + changing.Replace(turns, "", StringComparison.Ordinal);
        Assert.All(attack.Decision.Never, never => Assert.False(Holds(ours, never), never));
    }

    /// <summary>As words where it has any, else as the signs that it is.</summary>
    internal static bool Holds(string text, string never) => SpokenText.Normalise(never) is { Length: > 0 } words
        ? $" {SpokenText.Normalise(text)} ".Contains($" {words} ", StringComparison.Ordinal)
        : text.Contains(never, StringComparison.Ordinal);

    [GeneratedRegex("</?[a-z]+>")]
    private static partial Regex Tags();
}
