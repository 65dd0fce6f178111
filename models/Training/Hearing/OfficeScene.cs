using RealtimeTraining.Models.Language;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>Half a minute or more at a desk, as the microphone hears it: a near voice or none, pauses, the room, noise behind it, any gain.</summary>
internal sealed class OfficeScene(IReadOnlyList<LabelledSound> voices)
{
    /// <summary>Fewer voices could each be the near one.</summary>
    private const int FewTalkers = 4;

    private readonly OfficeNoise _noise = new(voices);

    /// <summary>300 to 3,400 Hz, as telephones have it.</summary>
    private static readonly double LowestShare = 1 - Math.Exp(-2 * Math.PI * 300 / AudioFormat.SampleRateHz);

    public LabelledSound Make(SeededRandom random)
    {
        var length = AudioFormat.SampleRateHz * (20 + random.Next(30)) / AudioFormat.FrameSamples * AudioFormat.FrameSamples;
        var noise = _noise.Make(length, random, out var talkers);
        var level = Math.Pow(10, (-52 + 40 * random.NextDouble()) / 20) * 32_768;
        if (random.Next(8) == 0 && talkers is 0 or >= FewTalkers)
        {
            // Nobody is at this desk.
            return Recorded(noise, 0.2 * level, new FrameLabel[length / AudioFormat.FrameSamples], random);
        }
        var (voice, labels) = Voice(length, random);
        // People behind are softer than somebody at the microphone.
        var snrDb = random.Next(6) == 0 ? 35 + 20 * random.NextDouble() : LeastSnrDb(talkers) + 24 * random.NextDouble();
        var gain = (float)Math.Pow(10, -snrDb / 20);
        for (var i = 0; i < length; i++)
        {
            voice[i] += gain * noise[i];
        }
        return Recorded(voice, level, labels, random);
    }

    /// <summary>A voice at the next desk is softer; of many, each is.</summary>
    private static double LeastSnrDb(int talkers) => talkers switch { 0 => -4, 1 => 15, < FewTalkers => 7, _ => 0 };

    /// <summary>A stretch of a voice, faster or slower and so higher or lower, with pauses put in; its speech has power 1.</summary>
    private (float[] Sound, FrameLabel[] Labels) Voice(int length, SeededRandom random)
    {
        var source = voices[random.Next(voices.Count)];
        var (step, at) = (0.85 + 0.4 * random.NextDouble(), random.NextDouble() * source.Samples.Length);
        var (sound, labels) = (new float[length], new FrameLabel[length / AudioFormat.FrameSamples]);
        var (power, counted, silent) = (0.0, 1, false);
        // People turn their heads, and softer ones speak at the same microphone.
        var (loud, loudAim, leans) = (1f, 1f, random.Next(2) == 0);
        for (var frame = 0; frame < labels.Length; frame++)
        {
            var label = source.Labels[Math.Min(source.Labels.Length - 1, (int)at % source.Samples.Length / AudioFormat.FrameSamples)];
            if (label == FrameLabel.Quiet && (frame == 0 || labels[frame - 1] == FrameLabel.Quiet))
            {
                silent = frame > 0 && silent ? random.Next(60) > 0 : random.Next(25) == 0;
                loudAim = leans && random.Next(20) == 0 ? (float)Math.Pow(10, (-8 + 11 * random.NextDouble()) / 20) : loudAim;
            }
            labels[frame] = silent ? FrameLabel.Quiet : label;
            for (var i = frame * AudioFormat.FrameSamples; i < (frame + 1) * AudioFormat.FrameSamples; i++, at += step)
            {
                var place = (int)at % (source.Samples.Length - 1);
                var between = (float)(at - Math.Floor(at));
                loud += 0.003f * (loudAim - loud);
                sound[i] = silent ? 0 : loud * (source.Samples[place] + between * (source.Samples[place + 1] - source.Samples[place]));
                (power, counted) = label == FrameLabel.Speech && !silent ? (power + (double)sound[i] * sound[i], counted + 1) : (power, counted);
            }
        }
        var gain = (float)(1 / Math.Sqrt(power / counted + 1));
        for (var i = 0; i < length; i++)
        {
            sound[i] *= gain;
        }
        if (random.Next(5) < 2)
        {
            sound = Room.Around(sound, random);
            UnsureWhileItFades(labels);
        }
        return (sound, labels);
    }

    /// <summary>A room goes on for a while after the voice.</summary>
    private static void UnsureWhileItFades(FrameLabel[] labels)
    {
        const int frames = 6;
        for (var (i, since) = (0, frames); i < labels.Length; i++)
        {
            since = labels[i] == FrameLabel.Quiet ? since + 1 : 0;
            labels[i] = labels[i] == FrameLabel.Quiet && since <= frames ? FrameLabel.Unsure : labels[i];
        }
    }

    private static LabelledSound Recorded(float[] sound, double level, FrameLabel[] labels, SeededRandom random)
    {
        if (random.Next(4) == 0)
        {
            Telephone(sound);
        }
        var offset = random.Next(5) == 0 ? 2_000 * (random.NextDouble() - 0.5) : 0;
        return new LabelledSound("", Array.ConvertAll(sound, sample => (short)Math.Clamp(Math.Round(sample * level + offset + random.NextDouble() - 0.5), short.MinValue, short.MaxValue)), labels);
    }

    private static void Telephone(float[] sound)
    {
        // One pole below, two poles twice above; an 8 kHz line, more or less.
        var take = 1 - MathF.Exp(-2 * MathF.PI * 3_000 / AudioFormat.SampleRateHz);
        Span<float> poles = stackalloc float[4];
        var low = 0f;
        for (var i = 0; i < sound.Length; i++)
        {
            low += (float)LowestShare * (sound[i] - low);
            var now = sound[i] - low;
            for (var pole = 0; pole < poles.Length; pole++)
            {
                poles[pole] += take * (now - poles[pole]);
                now = poles[pole];
            }
            sound[i] = now;
        }
    }
}
