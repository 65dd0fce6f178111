using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Speakers;

/// <summary>Which frames of a sound somebody speaks in, told from the whole of it: clicks dropped, breaths within a sentence closed. Pure.</summary>
internal static class SpeechMask
{
    // Plosives and breaths within a sentence.
    private const int Gap = 300 / AudioFormat.FrameMs;

    private const int Click = 100 / AudioFormat.FrameMs;

    // What the detector hears late, and lets go early where its hangover is not counted.
    private const int Around = 100 / AudioFormat.FrameMs;

    /// <param name="heard">Frame by frame; changed.</param>
    /// <returns>The runs of frames, in order.</returns>
    public static IReadOnlyList<(int From, int To)> Runs(bool[] heard)
    {
        Flip(heard, value: false, Gap);
        Flip(heard, value: true, Click);
        var runs = new List<(int From, int To)>();
        foreach (var (from, to) in All(heard).Where(run => heard[run.From]))
        {
            var (begin, end) = (Math.Max(0, from - Around), Math.Min(heard.Length, to + Around));
            if (runs.Count > 0 && begin <= runs[^1].To)
            {
                runs[^1] = (runs[^1].From, end);
            }
            else
            {
                runs.Add((begin, end));
            }
        }
        return runs;
    }

    /// <summary>Turns runs around that are shorter, but for those at the ends.</summary>
    private static void Flip(bool[] heard, bool value, int shorter)
    {
        foreach (var (from, to) in All(heard).Where(run => heard[run.From] == value && run.To - run.From < shorter && run.From > 0 && run.To < heard.Length).ToList())
        {
            heard.AsSpan(from, to - from).Fill(!value);
        }
    }

    private static List<(int From, int To)> All(bool[] heard)
    {
        var runs = new List<(int, int)>();
        for (int from = 0, to; from < heard.Length; from = to)
        {
            to = from + 1;
            while (to < heard.Length && heard[to] == heard[from])
            {
                to++;
            }
            runs.Add((from, to));
        }
        return runs;
    }
}
