using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class SpeechDetectorFactoryTests
{
    [Fact]
    public void InstalledDetector_IsTaken_WhereItsModelIsThere() => Assert.IsType<AnySoundDetector>(Make(Installed));

    [Fact]
    public void TrainedOne_Decides_WhereNoneIsInstalled() => Assert.IsType<TrainedSpeechDetector>(Make(new Source(false, () => new AnySoundDetector())));

    [Fact]
    public void TrainedOne_Decides_WhereTheInstalledOneBreaks() => Assert.IsType<TrainedSpeechDetector>(Make(new Source(true, () => throw new DllNotFoundException("libwhisper"))));

    [Theory]
    [InlineData(SpeechDetectorOptions.Trained, typeof(TrainedSpeechDetector))]
    [InlineData(SpeechDetectorOptions.Loudness, typeof(EnergySpeechDetector))]
    [InlineData("installed", typeof(AnySoundDetector))]
    [InlineData("another", typeof(TrainedSpeechDetector))]
    public void TheConfiguration_Decides(string kind, Type detector) => Assert.IsType(detector, Make(Installed, kind));

    [Fact]
    public void Loudness_Decides_WhereTheTrainedOneCannotBeMade() =>
        Assert.IsType<EnergySpeechDetector>(Make(new Source(false, () => new AnySoundDetector()), trained: new TrainedSpeechDetectorOptions { HoldProbability = 0.95f }));

    [Fact]
    public void RecordedCalls_AreReadByLoudness_WhereNoneIsInstalled()
    {
        Assert.IsType<EnergySpeechDetector>(Factory(new Source(false, () => new AnySoundDetector())).CreateForRecording());
        Assert.IsType<AnySoundDetector>(Factory(Installed).CreateForRecording());
    }

    private static Source Installed => new(true, () => new AnySoundDetector());

    private static ISpeechDetector Make(ISpeechDetectorSource source, string kind = SpeechDetectorOptions.Best, TrainedSpeechDetectorOptions? trained = null) =>
        Factory(source, kind, trained).Create();

    private static SpeechDetectorFactory Factory(ISpeechDetectorSource source, string kind = SpeechDetectorOptions.Best, TrainedSpeechDetectorOptions? trained = null) => new(
        [source], new SpeechDetectorOptions { Kind = kind }, trained ?? new TrainedSpeechDetectorOptions(), new EnergySpeechDetectorOptions(), NullLogger<SpeechDetectorFactory>.Instance);

    private sealed class Source(bool available, Func<ISpeechDetector> create) : ISpeechDetectorSource
    {
        public string Name => "installed";

        public EngineProbe Probe() => available ? EngineProbe.Yes("It is here.") : EngineProbe.No("Its model is missing.");

        public ISpeechDetector Create() => create();
    }
}
