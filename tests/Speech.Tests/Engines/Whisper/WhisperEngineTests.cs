using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Engines.Whisper;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

public sealed class WhisperEngineTests
{
    private readonly WhisperEngine engine = new();

    [WhisperFact(TestModels.Tiny)]
    public void NoModel_SaysHowToGetOne()
    {
        foreach (var services in new[] { Services(null), Services(new InstalledFiles()) })
        {
            var probe = engine.Probe(services);

            Assert.False(probe.Available);
            Assert.Contains("./dev models get whisper-base.en", probe.Reason, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => engine.Create(services));
        }
    }

    [WhisperFact(TestModels.Tiny)]
    public void InstalledModel_IsNamed_AndAConfiguredOneWins()
    {
        var installed = new InstalledFiles { Recogniser = SharedData.PathOf(TestModels.Tiny) };
        Assert.Equal(EngineProbe.Yes("Whisper with for-tests-ggml-tiny.en.bin, in this process."), engine.Probe(Services(installed)));

        var probe = engine.Probe(Services(installed, ("Engines:Whisper:ModelPath", "/nowhere/large.bin")));
        Assert.False(probe.Available);
        Assert.Contains("/nowhere/large.bin is not there", probe.Reason, StringComparison.Ordinal);
    }

    [WhisperFact(TestModels.Tiny)]
    public void EnglishModel_ForAnotherLanguage_IsRefused()
    {
        var probe = engine.Probe(Services(new InstalledFiles { Recogniser = SharedData.PathOf(TestModels.Tiny) }, ("Engines:Whisper:Language", "de")));

        Assert.Equal((false, true), (probe.Available, probe.Reason.Contains("English only", StringComparison.Ordinal)));
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task Created_Recognises()
    {
        await using var recognizer = engine.Create(Services(new InstalledFiles { Recogniser = SharedData.PathOf(TestModels.Tiny) }));
        await using var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);

        Assert.Equal(("whisper", Transcript.Empty), (recognizer.Name, await stream.FinishAsync(CancellationToken.None)));
    }

    [Theory]
    [InlineData("Engines:Whisper:Threads", "0")]
    [InlineData("Engines:Whisper:Language", "English")]
    [InlineData("Engines:Whisper:PartialEveryMs", "5")]
    [InlineData("Engines:Silero:Threshold", "1.5")]
    public void WrongOptions_AreNamed(string key, string value)
    {
        var services = Services(null, (key, value));

        var wrong = Assert.Throws<OptionsValidationException>(() =>
            (services.GetRequiredService<IOptions<WhisperOptions>>().Value, services.GetRequiredService<IOptions<SileroOptions>>().Value));

        Assert.Contains(key.Split(':')[^1], wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 1, 1)]
    [InlineData(null, 2, 1)]
    [InlineData(null, 4, 2)]
    [InlineData(null, 16, 4)]
    [InlineData(8, 2, 2)]
    [InlineData(1, 16, 1)]
    public void Threads_LeaveCoresForTheRest_AndAreNeverMoreThanThereAre(int? threads, int cores, int used) => Assert.Equal(used, new WhisperOptions { Threads = threads }.ThreadsOn(cores));

    [WhisperFact(TestModels.Silero)]
    public void Silero_IsOfferedWhereItsModelIs()
    {
        var none = Services(new InstalledFiles()).GetRequiredService<ISpeechDetectorSource>();
        Assert.False(none.Probe().Available);
        Assert.Contains("ggml-silero-v6.2.0.bin", none.Probe().Reason, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => none.Create());

        var source = Services(new InstalledFiles { Silero = SharedData.PathOf(TestModels.Silero) }).GetRequiredService<ISpeechDetectorSource>();
        Assert.Equal(("silero", true), (source.Name, source.Probe().Available));
        using var detector = Assert.IsType<SileroSpeechDetector>(source.Create());
        Assert.False(detector.Process(new short[320]).IsSpeech);
    }

    private ServiceProvider Services(IModelFiles? files, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)string.Create(CultureInfo.InvariantCulture, $"{setting.Value}")))).Build());
        if (files is not null)
        {
            services.AddSingleton(files);
        }
        engine.Register(services);
        return services.BuildServiceProvider();
    }

    private sealed class InstalledFiles : IModelFiles
    {
        public string? Recogniser { get; init; }

        public string? Silero { get; init; }

        public string? Find(EngineRole role) => role == EngineRole.Recogniser ? Recogniser : null;

        public string? FindFile(string fileName) => fileName == "ggml-silero-v6.2.0.bin" ? Silero : null;
    }
}
