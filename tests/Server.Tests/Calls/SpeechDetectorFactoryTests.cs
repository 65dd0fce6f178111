using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class SpeechDetectorFactoryTests
{
    [Fact]
    public void TrainedDetector_IsTaken_WhereItsModelIsThere() => Assert.IsType<AnySoundDetector>(Make(new Source(true, () => new AnySoundDetector())));

    [Fact]
    public void Loudness_Decides_WhereThereIsNone() => Assert.IsType<EnergySpeechDetector>(Make(new Source(false, () => new AnySoundDetector())));

    [Fact]
    public void Loudness_Decides_WhereTheTrainedOneBreaks() => Assert.IsType<EnergySpeechDetector>(Make(new Source(true, () => throw new DllNotFoundException("libwhisper"))));

    private static ISpeechDetector Make(ISpeechDetectorSource source) =>
        new SpeechDetectorFactory([source], new EnergySpeechDetectorOptions(), NullLogger<SpeechDetectorFactory>.Instance).Create();

    private sealed class Source(bool available, Func<ISpeechDetector> create) : ISpeechDetectorSource
    {
        public string Name => "trained";

        public EngineProbe Probe() => available ? EngineProbe.Yes("It is here.") : EngineProbe.No("Its model is missing.");

        public ISpeechDetector Create() => create();
    }
}
