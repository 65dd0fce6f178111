using RealtimeTraining.Models.Language;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>What is heard behind somebody who telephones, made of numbers and of other voices. Power 1 where there is any.</summary>
/// <param name="voices">What babble is made of.</param>
internal sealed class OfficeNoise(IReadOnlyList<LabelledSound> voices)
{
    /// <summary>Something out of all kinds; babble most often.</summary>
    /// <param name="talkers">How many people speak at once in it; 0 when it is no babble.</param>
    public float[] Make(int length, SeededRandom random, out int talkers)
    {
        talkers = 0;
        switch (random.Next(20))
        {
            case < 8:
                talkers = 1 + random.Next(10);
                return Babble(length, talkers, random);
            case < 12:
                return Coloured(length, random);
            case < 14:
                return Add(Hum(length, random), Coloured(length, random), 0.1 + random.NextDouble());
            case < 16:
                return Add(Keys(length, random), Coloured(length, random), 0.1 * random.NextDouble());
            case 16:
                return Add(Ringing(length, random), Coloured(length, random), 0.1 * random.NextDouble());
            case 17:
                return Swelling(Coloured(length, random), random);
            default:
                talkers = 2 + random.Next(9);
                return Add(Babble(length, talkers, random), random.Next(2) == 0 ? Coloured(length, random) : Keys(length, random), 0.2 + random.NextDouble());
        }
    }

    public float[] Babble(int length, int talkers, SeededRandom random)
    {
        var babble = new float[length];
        for (var talker = 0; talker < talkers; talker++)
        {
            var voice = voices[random.Next(voices.Count)].Samples;
            var (at, step) = (random.NextDouble() * voice.Length, 0.85 + 0.35 * random.NextDouble());
            var gain = (float)Math.Pow(10, (-12 * random.NextDouble()) / 20);
            for (var i = 0; i < length; i++, at += step)
            {
                babble[i] += gain * voice[(int)at % voice.Length];
            }
        }
        // Far from the microphone: the room, and less treble.
        return Even(LowPass(random.Next(3) > 0 ? Room.Around(babble, random) : babble, random.Next(2) == 0 ? 1 : 0.3f + 0.7f * (float)random.NextDouble()));
    }

    /// <summary>Steady noise: white, of a fan, of a street; softer with each octave by 0 to 12 dB, sometimes with a tone in it.</summary>
    public static float[] Coloured(int length, SeededRandom random)
    {
        var (noise, poles, keep) = (new float[length], random.Next(3), 0.5f + 0.49f * (float)random.NextDouble());
        for (var i = 0; i < length; i++)
        {
            noise[i] = (float)(random.NextDouble() + random.NextDouble() - 1);
        }
        for (var pole = 0; pole < poles; pole++)
        {
            noise = LowPass(noise, 1 - keep);
        }
        return random.Next(4) == 0 ? Add(Even(noise), Tone(length, 100 + 900 * random.NextDouble()), 0.5 * random.NextDouble()) : Even(noise);
    }

    /// <summary>The mains and its harmonics.</summary>
    private static float[] Hum(int length, SeededRandom random)
    {
        var (hum, mainsHz) = (new float[length], random.Next(2) == 0 ? 50.0 : 60.0);
        for (var harmonic = 1; harmonic <= 12; harmonic++)
        {
            var (gain, phase, turn) = ((float)(random.NextDouble() / harmonic), 2 * Math.PI * random.NextDouble(), 2 * Math.PI * mainsHz * harmonic / AudioFormat.SampleRateHz);
            for (var i = 0; i < length; i++)
            {
                hum[i] += gain * MathF.Sin((float)((phase + turn * i) % (2 * Math.PI)));
            }
        }
        return Even(hum);
    }

    /// <summary>Keys, mice, cups: short strokes that ring at some pitch and fade.</summary>
    private static float[] Keys(int length, SeededRandom random)
    {
        var (keys, everyMs) = (new float[length], 90 + random.Next(500));
        for (var at = random.Next(AudioFormat.Samples(500)); at < length; at += AudioFormat.Samples(30 + random.Next(2 * everyMs)))
        {
            var (hz, fade, gain) = (600 + 4_500 * random.NextDouble(), 0.985 + 0.0145 * random.NextDouble(), 0.2 + random.NextDouble());
            for (var (i, loud) = (at, gain); i < length && loud > 0.01; i++, loud *= fade)
            {
                keys[i] += (float)(loud * (0.5 * Math.Sin(2 * Math.PI * hz * (i - at) / AudioFormat.SampleRateHz) + random.NextDouble() - 0.5));
            }
        }
        return Even(keys);
    }

    /// <summary>Another telephone: pairs of tones, on and off, some warbling.</summary>
    private static float[] Ringing(int length, SeededRandom random)
    {
        var (ringing, hz, second) = (new float[length], 350 + 1_200 * random.NextDouble(), 1.05 + 0.6 * random.NextDouble());
        var (onMs, offMs, warble) = (100 + random.Next(1_500), 150 + random.Next(3_000), random.Next(2) == 0 ? 0 : 8 + random.Next(20));
        for (var i = 0; i < length; i++)
        {
            var ms = AudioFormat.Milliseconds(i);
            var pitch = warble > 0 && ms * warble / 1_000 % 2 == 0 ? second : 1;
            ringing[i] = ms % (onMs + offMs) >= onMs ? 0 : (float)(Math.Sin(2 * Math.PI * hz * pitch * i / AudioFormat.SampleRateHz)
                + (warble > 0 ? 0 : Math.Sin(2 * Math.PI * hz * second * i / AudioFormat.SampleRateHz)));
        }
        return Even(ringing);
    }

    /// <summary>Louder and softer, as cars pass and doors open.</summary>
    private static float[] Swelling(float[] noise, SeededRandom random)
    {
        var (gain, aim) = (1f, 1f);
        for (var i = 0; i < noise.Length; i++)
        {
            if (i % AudioFormat.SampleRateHz == 0)
            {
                aim = (float)Math.Pow(10, -random.NextDouble());
            }
            gain += 0.0003f * (aim - gain);
            noise[i] *= gain;
        }
        return Even(noise);
    }

    private static float[] Tone(int length, double hz) => Even([.. Enumerable.Range(0, length).Select(i => (float)Math.Sin(2 * Math.PI * hz * i / AudioFormat.SampleRateHz))]);

    private static float[] LowPass(float[] sound, float take)
    {
        var now = 0f;
        for (var i = 0; i < sound.Length; i++)
        {
            now += take * (sound[i] - now);
            sound[i] = now;
        }
        return sound;
    }

    private static float[] Add(float[] one, float[] other, double share)
    {
        for (var i = 0; i < one.Length; i++)
        {
            one[i] += (float)share * other[i];
        }
        return Even(one);
    }

    private static float[] Even(float[] sound)
    {
        var power = 0.0;
        foreach (var sample in sound)
        {
            power += (double)sample * sample;
        }
        var gain = (float)(1 / Math.Sqrt(power / sound.Length + 1e-12));
        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] *= gain;
        }
        return sound;
    }
}
