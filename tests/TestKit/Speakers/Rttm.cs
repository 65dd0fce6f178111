using System.Globalization;

namespace RealtimeTraining.TestKit.Speakers;

/// <summary>Who speaks when in recordings, in the format of NIST's Rich Transcription evaluations (RT-09 plan, appendix A).</summary>
public static class Rttm
{
    /// <summary>
    /// The beginnings of the interviews in shared/data/audio. There is no truth beside them; this one was made for this
    /// project: the words of the machine transcripts were given to clinician and patient by hand, set in time by
    /// PocketSphinx, which had to read just these words, and the changes moved to the nearest pause. Accurate to some
    /// 0.2 s; made from one end only, so overlaps are not in it.
    /// </summary>
    public static string Interviews => Checkout.Path("tests", "TestKit", "Speakers", "interviews.rttm");

    /// <summary>The meetings in shared/data/audio/ami.</summary>
    public static string Meetings => Path.Combine(Checkout.Data, "audio", "ami", "debug.train.rttm");

    /// <param name="recording">As the file names it.</param>
    public static IReadOnlyList<SpokenTurn> Read(string file, string recording) =>
        [.. File.ReadLines(file).Select(line => line.Split(' ')).Where(fields => fields[0] == "SPEAKER" && fields[1] == recording)
            .Select(fields => (Who: fields[7], StartMs: Ms(fields[3]), Ms: Ms(fields[4]))).Select(turn => new SpokenTurn(turn.Who, turn.StartMs, turn.StartMs + turn.Ms))];

    private static int Ms(string seconds) => (int)Math.Round(double.Parse(seconds, CultureInfo.InvariantCulture) * 1_000);
}

/// <summary>Somebody speaks.</summary>
public sealed record SpokenTurn(string Who, int StartMs, int EndMs);
