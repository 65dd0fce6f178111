using System.Threading.Channels;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

/// <summary>Calls on a scripted decoder and a clock that stands still.</summary>
internal sealed class ScriptedCalls(WindowedOptions options, int cores = 4)
{
    private WindowedRecognition? recognition;

    public ScriptedDecoder Decoder { get; } = new();

    public StillClock Clock { get; } = new();

    public WindowedRecognition Recognition => recognition ??= new WindowedRecognition(Decoder, new EnergySpeechMeter(), options, cores, threads: 1, Clock);

    public IRecognitionStream Open(params string[] phrases) => Recognition.Open(new RecognitionContext(phrases));

    /// <summary>Frame by frame, as a call does.</summary>
    public static void Feed(IRecognitionStream stream, short[] samples)
    {
        foreach (var frame in samples.Chunk(AudioFormat.FrameSamples))
        {
            Assert.True(stream.Write(frame));
        }
    }

    /// <summary>What the stream tells, in order.</summary>
    public static ChannelReader<string> Partials(IRecognitionStream stream)
    {
        var told = Channel.CreateUnbounded<string>();
        stream.Partial += partial => told.Writer.TryWrite(partial.Text);
        return told.Reader;
    }

    public static async Task<string> NextAsync(ChannelReader<string> partials) => await partials.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public static async Task<Transcript> Within(ValueTask<Transcript> final) => await final.AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}
