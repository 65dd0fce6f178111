using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Scenarios;

/// <summary>The example in docs/scenarios.md. Tests of mistakes begin with it and break one thing.</summary>
public static class DocumentedExample
{
    public const string FileName = "parking-pass.yaml";

    public static string Text { get; } = Read();

    /// <summary>The example with one piece of text put in another's place; the piece must be there once.</summary>
    public static string With(string piece, string instead)
    {
        Assert.Equal(2, Text.Split(piece).Length);
        return Text.Replace(piece, instead, StringComparison.Ordinal);
    }

    public static string Without(string piece) => With(piece, "");

    /// <summary>The line that the text begins on, from 1.</summary>
    public static int LineOf(string yaml, string text) => yaml[..yaml.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    private static string Read()
    {
        var page = File.ReadAllText(Checkout.Path("docs", "scenarios.md"));
        return page.Split("```yaml\n")[1].Split("```")[0];
    }
}
