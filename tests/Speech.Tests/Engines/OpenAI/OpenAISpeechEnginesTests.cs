using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.OpenAI;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

public sealed class OpenAISpeechEnginesTests
{
    public static TheoryData<string> Engines => ["Engines:OpenAI:Transcription", "Engines:OpenAI:Speech"];

    [Theory, MemberData(nameof(Engines))]
    public void NotConfigured_NamesTheSetting(string section)
    {
        var engine = For(section);
        using var services = With(engine, (section, null));
        var probe = engine.Probe(services);
        Assert.False(probe.Available);
        Assert.Contains($"{section}:BaseUrl", probe.Reason, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public void Configured_SaysWhereSpeechGoes_AndComesBeforeWhatIsHere(string section)
    {
        var engine = For(section);
        using var services = With(engine, ($"{section}:BaseUrl", "http://10.0.0.7:8000"));
        Assert.Equal(60, engine.Preference);
        Assert.Contains("http://10.0.0.7:8000/v1", engine.Probe(services).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PartialEveryMs", "300")]
    [InlineData("Language", "English")]
    [InlineData("Extra:a b", "1")]
    public void WrongTranscriptionSetting_IsNamed(string name, string value)
    {
        using var services = With(new OpenAIRecognizerEngine(), ($"Engines:OpenAI:Transcription:{name}", value));
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<OpenAITranscriptionOptions>>().Value);
        Assert.Contains(name.Split(':')[0], failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Format", "mp3")]
    [InlineData("Voices:slt:Kind", "robot")]
    [InlineData("BaseUrl", "not an address")]
    public void WrongSpeechSetting_IsNamed(string name, string value)
    {
        using var services = With(new OpenAISynthesizerEngine(), ($"Engines:OpenAI:Speech:{name}", value));
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<OpenAISpeechOptions>>().Value);
        Assert.Contains(name.Split(':')[0], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voice_FromTheConfiguration_Speaks()
    {
        await using var server = new WireServer(exchange => exchange.AnswerAsync(200, "audio/pcm", Pcm.ToBytes(Sound.Tone(100, 24_000))));
        var engine = new OpenAISynthesizerEngine();
        using var services = With(engine, ("Engines:OpenAI:Speech:BaseUrl", server.Address), ("Engines:OpenAI:Speech:Voices:slt:Id", "af_bella"));
        await using var voice = engine.Create(services);
        var samples = 0;
        await foreach (var chunk in voice.SpeakAsync(new SpeechRequest("Hi.", "slt"), CancellationToken.None))
        {
            samples += chunk.Length;
        }
        Assert.Equal(AudioFormat.Samples(100), samples);
        Assert.Equal("af_bella", server.Requests[0].Json.GetProperty("voice").GetString());
    }

    private static IEngine For(string section) =>
        section.EndsWith("Speech", StringComparison.Ordinal) ? new OpenAISynthesizerEngine() : new OpenAIRecognizerEngine();

    private static ServiceProvider With(IEngine engine, params (string Name, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            settings.ToDictionary(setting => setting.Name, setting => setting.Value)).Build());
        engine.Register(services);
        return services.BuildServiceProvider();
    }
}
