using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Chat.LLamaSharp;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class EngineTests(TinyModelFile model) : IClassFixture<TinyModelFile>
{
    [Fact]
    public void NoModel_SaysHowToGetOne()
    {
        using var services = Services(null, new Installed(null));
        var probe = new LLamaChatEngine().Probe(services);
        Assert.False(probe.Available);
        Assert.Contains("./dev models get", probe.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void NoListOfModels_IsAsNoModel()
    {
        using var services = Services(null, null);
        Assert.False(new LLamaChatEngine().Probe(services).Available);
    }

    [Fact]
    public void NamedModelThatIsNotThere_IsSaid()
    {
        using var services = Services("/nowhere/model.gguf", new Installed(model.Path));
        var probe = new LLamaChatEngine().Probe(services);
        Assert.False(probe.Available);
        Assert.Contains("/nowhere/model.gguf is not there", probe.Reason, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new LLamaChatEngine().Create(services));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Model_NamedOrInstalled_IsTalkedTo(bool named)
    {
        var engine = new LLamaChatEngine();
        await using var services = named ? Services(model.Path, new Installed("/nowhere/installed.gguf")) : Services(null, new Installed(model.Path));
        var probe = engine.Probe(services);
        Assert.True(probe.Available, probe.Reason);
        Assert.Contains("tiny.gguf", probe.Reason, StringComparison.Ordinal);
        using var client = engine.Create(services);
        Assert.Equal("yes", (await client.GetResponseAsync(TinyModelFile.Say("Hello."), TinyModelFile.Ask("root ::= \"yes\""))).Text);
        Assert.Equal("tiny.gguf", client.GetService<ChatClientMetadata>()?.DefaultModelId);
        Assert.Same(client, client.GetService<LLamaChatClient>());
    }

    [Theory]
    [InlineData("ContextTokens", "10")]
    [InlineData("Conversations", "0")]
    [InlineData("StallMs", "0")]
    [InlineData("GpuLayers", "-1")]
    public void OptionsOutOfRange_AreRefused(string option, string value)
    {
        using var services = Services(model.Path, null, (option, value));
        var refusal = Assert.Throws<OptionsValidationException>(() => new LLamaChatEngine().Probe(services));
        Assert.Contains(option, refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string? modelPath, IModelFiles? files, params (string Option, string Value)[] options)
    {
        var settings = options.Append(("ModelPath", modelPath ?? "")).ToDictionary(option => $"{LLamaChatOptions.Section}:{option.Item1}", option => (string?)option.Item2);
        settings.TryAdd($"{LLamaChatOptions.Section}:StallMs", "120000");
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        if (files is not null)
        {
            services.AddSingleton(files);
        }
        new LLamaChatEngine().Register(services);
        return services.BuildServiceProvider();
    }

    private sealed class Installed(string? path) : IModelFiles
    {
        public string? Find(EngineRole role) => role == EngineRole.PatientWords ? path : null;
    }
}
