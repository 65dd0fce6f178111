using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Chat.OpenAI;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Chat.OpenAI;

public sealed class OpenAIChatEngineTests
{
    [Fact]
    public async Task Configured_ItIsThere_AndAnswers()
    {
        await using var server = new WireServer(ChatWire.Says("Hi."));
        using var services = With(("BaseUrl", server.Address), ("Model", "tiny"));
        var engine = new OpenAIChatEngine();
        Assert.Contains("tiny", engine.Probe(services).Reason, StringComparison.Ordinal);
        using var client = engine.Create(services);
        Assert.Equal("Hi.", (await client.GetResponseAsync("Hello?")).Text);
        Assert.Equal("tiny", client.GetService<ChatClientMetadata>()?.DefaultModelId);
    }

    [Theory]
    [InlineData(null, "m", "Engines:OpenAI:Chat:BaseUrl")]
    [InlineData("http://localhost:1/v1", null, "Engines:OpenAI:Chat:Model")]
    public void NotConfigured_NamesTheSetting(string? address, string? model, string setting)
    {
        using var services = With(("BaseUrl", address), ("Model", model));
        var engine = new OpenAIChatEngine();
        var probe = engine.Probe(services);
        Assert.False(probe.Available);
        Assert.Contains(setting, probe.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BaseUrl", "ftp://localhost")]
    [InlineData("BaseUrl", "localhost:8080")]
    [InlineData("BaseUrl", "http://me:secret@localhost/v1")]
    [InlineData("BaseUrl", "http://localhost/v1?key=secret")]
    [InlineData("ApiKey", "secret\r\nX-More: 1")]
    [InlineData("ApiKey", "secret with spaces")]
    [InlineData("MaxTokensName", "tokens")]
    [InlineData("TimeoutMs", "1")]
    public void WrongSetting_IsNamed_ButNotShown(string setting, string value)
    {
        using var services = With((setting, value));
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<OpenAIChatOptions>>().Value);
        Assert.Contains(setting, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://host:8080", "http://host:8080/v1")]
    [InlineData("http://host:8080/", "http://host:8080/v1")]
    [InlineData("https://host/api/v3/", "https://host/api/v3")]
    public void Address_WithoutAPath_MeansTheFirstVersion(string written, string meant) =>
        Assert.Equal(meant, new OpenAIChatOptions { BaseUrl = written }.Address()?.ToString());

    private static ServiceProvider With(params (string Name, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            settings.ToDictionary(setting => $"{OpenAIChatOptions.Section}:{setting.Name}", setting => setting.Value)).Build());
        var engine = new OpenAIChatEngine();
        engine.Register(services);
        return services.BuildServiceProvider();
    }
}
