using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Finds who spoke when in a recording, from its sound alone. The same recording gives the same stretches.</summary>
public static class StretchFinder
{
    /// <summary>A shorter pause does not end a stretch: people breathe.</summary>
    public const int PauseMs = 600;

    /// <summary>A shorter sound is a click or a breath; the detector's hangover alone is half of it.</summary>
    public const int ShortestMs = 240;

    /// <summary>A longer stretch is cut at its next pause, however short, so that the work goes on in small steps.</summary>
    public const int LongMs = 12_000;

    /// <summary>Nobody speaks longer without the detector hearing a gap, except noise.</summary>
    public const int LongestMs = 25_000;

    // The other party, heard through the telephone set: the same sound, so much softer.
    private const float CrosstalkDb = 18;

    /// <param name="channels">How many of the sound's channels to listen to: those that hold a party each.</param>
    /// <param name="detector">Makes one for each channel.</param>
    public static IReadOnlyList<SpeechStretch> Find(RecordedSound sound, int channels, Func<ISpeechDetector> detector, CancellationToken cancellationToken)
    {
        var ears = Enumerable.Range(0, channels).Select(channel => new Ear(channel, detector())).ToArray();
        try
        {
            var block = new short[AudioFormat.FrameSamples * sound.Channels];
            var frame = new short[AudioFormat.FrameSamples];
            sound.Rewind();
            for (var atMs = 0; sound.Read(block) == block.Length; atMs += AudioFormat.FrameMs)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var ear in ears)
                {
                    Pcm.TakeChannel(block, sound.Channels, ear.Channel, frame);
                    ear.Listen(frame);
                }
                foreach (var ear in ears)
                {
                    ear.Decide(atMs, Array.TrueForAll(ears, other => other == ear || other.LevelDbfs - ear.LevelDbfs < CrosstalkDb));
                }
            }
            return [.. ears.SelectMany(ear => ear.Finish()).OrderBy(stretch => stretch.StartMs).ThenBy(stretch => stretch.Channel)];
        }
        finally
        {
            foreach (var ear in ears)
            {
                (ear.Detector as IDisposable)?.Dispose();
            }
        }
    }

    private sealed class Ear(int channel, ISpeechDetector detector)
    {
        private readonly List<SpeechStretch> found = [];
        private SpeechFrame heard;
        private int startMs = -1;
        private int endMs;

        public int Channel => channel;

        public ISpeechDetector Detector => detector;

        public float LevelDbfs => heard.LevelDbfs;

        public void Listen(ReadOnlySpan<short> frame) => heard = detector.Process(frame);

        public void Decide(int atMs, bool ownVoice)
        {
            if (heard.IsSpeech && ownVoice)
            {
                startMs = startMs < 0 ? atMs : startMs;
                endMs = atMs + AudioFormat.FrameMs;
            }
            if (startMs >= 0 && (atMs - endMs >= (endMs - startMs < LongMs ? PauseMs : 0) || endMs - startMs >= LongestMs))
            {
                End();
            }
        }

        public List<SpeechStretch> Finish()
        {
            End();
            return found;
        }

        private void End()
        {
            if (startMs >= 0 && endMs - startMs >= ShortestMs)
            {
                found.Add(new SpeechStretch(channel, startMs, endMs));
            }
            startMs = -1;
        }
    }
}
