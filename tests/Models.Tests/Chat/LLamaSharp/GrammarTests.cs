using System.Text.Json;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class GrammarTests(TinyModelFile model) : IClassFixture<TinyModelFile>
{
    [Theory]
    [InlineData(1, 1.0f)]
    [InlineData(2, 1.5f)]
    [InlineData(3, 0f)]
    public async Task Reply_UnderAGrammarForJson_Parses(int seed, float temperature)
    {
        await using var client = model.Open();
        var options = TinyModelFile.Ask(TinyModelFile.Json, seed);
        options.Temperature = temperature;
        using var json = JsonDocument.Parse((await Collected.OfAsync(client, TinyModelFile.Say("How are you?"), options)).Text);
        Assert.InRange(json.RootElement.GetProperty("say").GetString()!.Length, 1, 40);
        Assert.True(json.RootElement.GetProperty("mood").GetString() is "calm" or "angry");
        Assert.Equal(0, json.RootElement.GetProperty("reveals").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no grammar")]
    [InlineData("root ::= \"never closed")]
    [InlineData("root ::= [a-z")]
    [InlineData("root ::= other")]
    [InlineData("start ::= \"a\"")]
    [InlineData("root ::= root \"a\"")]
    [InlineData("root ::= \"a\"\0")]
    public async Task BadGrammar_IsRefusedBeforeAnythingRuns(string grammar)
    {
        await using var client = model.Open();
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask(grammar)));
        Assert.Contains("grammar", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("yes", (await client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\""))).Text);
    }

    [Fact]
    public async Task GrammarThatIsNoString_IsRefused()
    {
        await using var client = model.Open();
        var options = TinyModelFile.Ask();
        options.AdditionalProperties = new() { [Models.Chat.ChatKeys.Gbnf] = 7 };
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetResponseAsync(TinyModelFile.Say("Hello."), options));
    }

    /// <summary>Accepting a token that the grammar rejects would end the whole process.</summary>
    [Fact]
    public async Task GrammarThatTheModelCannotFulfil_FailsThatReplyAlone()
    {
        await using var client = model.Open();
        var other = Collected.OfAsync(client, TinyModelFile.Say("Hello."), TinyModelFile.Ask(TinyModelFile.Json));
        var deadEnd = TinyModelFile.Ask("root ::= \"yes\" [\\x00]");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetResponseAsync(TinyModelFile.Say("Hello."), deadEnd));
        Assert.Contains("grammar", failure.Message, StringComparison.Ordinal);
        JsonDocument.Parse((await other).Text).Dispose();
    }
}
