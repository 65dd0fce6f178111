using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Benchmarks.Transport;

/// <param name="AtMs">When it left the call's intake, in milliseconds since 1970.</param>
public readonly record struct LoggedFrame(double AtMs, short[] Samples);

/// <summary>
/// The speech detector is the first that sees the microphone's frames behind the intake, whatever path they took. This
/// one writes down when each came, a file for each call, and decides by loudness.
/// </summary>
public sealed class FrameLog(string folder, EnergySpeechDetectorOptions options) : ISpeechDetectorSource
{
    private int _calls;

    public string Name => "logged";

    public EngineProbe Probe() => EngineProbe.Yes("Of a bench.");

    public ISpeechDetector Create() => new Detector(Path.Combine(folder, $"{Interlocked.Increment(ref _calls)}.frames"), new EnergySpeechDetector(options));

    /// <summary>What was written down of the newest call; empty before the first.</summary>
    public static IReadOnlyList<LoggedFrame> Newest(string folder)
    {
        var path = Directory.EnumerateFiles(folder, "*.frames").MaxBy(file => int.Parse(Path.GetFileNameWithoutExtension(file)));
        if (path is null)
        {
            return [];
        }
        using var reader = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var frames = new List<LoggedFrame>();
        while (reader.BaseStream.Length - reader.BaseStream.Position >= sizeof(double) + AudioFormat.FrameSamples * sizeof(short))
        {
            var atMs = reader.ReadDouble();
            var samples = new short[AudioFormat.FrameSamples];
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] = reader.ReadInt16();
            }
            frames.Add(new LoggedFrame(atMs, samples));
        }
        return frames;
    }

    private sealed class Detector(string path, EnergySpeechDetector inner) : ISpeechDetector, IDisposable
    {
        private readonly BinaryWriter _file = new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read));

        public SpeechFrame Process(ReadOnlySpan<short> frame)
        {
            _file.Write((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds);
            foreach (var sample in frame)
            {
                _file.Write(sample);
            }
            return inner.Process(frame);
        }

        public void Reset() => inner.Reset();

        public void Dispose() => _file.Dispose();
    }
}
