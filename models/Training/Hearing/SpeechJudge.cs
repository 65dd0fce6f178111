using System.Globalization;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>Lays speech detectors side by side, frame by frame, on sound that nobody was trained on.</summary>
/// <param name="noises">What the noise is made of: other voices than are judged.</param>
internal sealed class SpeechJudge(IReadOnlyList<LabelledSound> noises, IReadOnlyList<(string Name, Func<ISpeechDetector> Make)> detectors)
{
    /// <summary>Balanced error of each detector, without noise and with it.</summary>
    public void Judge(string material, IReadOnlyList<LabelledSound> sounds, TextWriter output)
    {
        var (random, office) = (new SeededRandom(3), new OfficeNoise(noises));
        Tell("as it is", sound => sound.Samples);
        foreach (var snrDb in new[] { 20, 10, 5, 0 })
        {
            Tell($"fan {snrDb} dB", sound => Mix(sound, OfficeNoise.Coloured(sound.Samples.Length, random), snrDb));
        }
        foreach (var snrDb in new[] { 20, 10, 5, 0 })
        {
            Tell($"babble {snrDb} dB", sound => Mix(sound, office.Babble(sound.Samples.Length, 8, random), snrDb));
        }

        void Tell(string what, Func<LabelledSound, short[]> heard)
        {
            var mixed = sounds.Select(heard).ToList();
            var figures = detectors.Select(detector => $"{detector.Name} {Errors(detector.Make, sounds, mixed)}");
            output.WriteLine($"  {material}, {what}: {string.Join(", ", figures)}");
        }
    }

    private static string Errors(Func<ISpeechDetector> make, IReadOnlyList<LabelledSound> sounds, IReadOnlyList<short[]> heard)
    {
        var (missed, speech, wrong, quiet) = (0, 0, 0, 0);
        foreach (var (sound, samples) in sounds.Zip(heard))
        {
            var detector = make();
            for (var i = 0; i < sound.Labels.Length; i++)
            {
                var isSpeech = detector.Process(samples.AsSpan(i * AudioFormat.FrameSamples, AudioFormat.FrameSamples)).IsSpeech;
                (missed, speech) = sound.Labels[i] == FrameLabel.Speech ? (missed + (isSpeech ? 0 : 1), speech + 1) : (missed, speech);
                (wrong, quiet) = sound.Labels[i] == FrameLabel.Quiet ? (wrong + (isSpeech ? 1 : 0), quiet + 1) : (wrong, quiet);
            }
        }
        var (miss, falsely) = (100.0 * missed / Math.Max(1, speech), 100.0 * wrong / Math.Max(1, quiet));
        return string.Create(CultureInfo.InvariantCulture, $"{(miss + falsely) / 2:0.0} % ({miss:0.0} missed, {falsely:0.0} false)");
    }

    private static short[] Mix(LabelledSound sound, float[] noise, double snrDb)
    {
        var (power, counted) = (0.0, 0);
        for (var i = 0; i < sound.Labels.Length * AudioFormat.FrameSamples; i++)
        {
            (power, counted) = sound.Labels[i / AudioFormat.FrameSamples] == FrameLabel.Speech ? (power + (double)sound.Samples[i] * sound.Samples[i], counted + 1) : (power, counted);
        }
        var gain = Math.Sqrt(power / Math.Max(1, counted)) * Math.Pow(10, -snrDb / 20);
        return [.. sound.Samples.Select((sample, i) => (short)Math.Clamp(sample + gain * noise[i], short.MinValue, short.MaxValue))];
    }
}
