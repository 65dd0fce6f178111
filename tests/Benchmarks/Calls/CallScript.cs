using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <param name="FirstSoundMs">In the file. A voice begins and ends a line with a little silence.</param>
public sealed record ScriptedLine(string Text, int FirstSoundMs, int LastSoundMs);

/// <summary>A trainee's side of a call as a WAV file. A file cannot wait for an answer, so the pauses leave room for one.</summary>
public sealed record CallScript(string ScenarioId, string Path, int LengthMs, IReadOnlyList<ScriptedLine> Lines)
{
    /// <summary>
    /// The patient has answered by then and is at the opening line, three to five seconds long, also on a busy machine:
    /// this one interrupts it.
    /// </summary>
    private const int OpeningAtMs = 5_500;

    /// <summary>Room for a reply, and less than a patient takes for dead air (6,500 ms after the reply at the hardest level).</summary>
    private const int ReplyRoomMs = 8_000;

    /// <summary>The third line comes while the patient answers the second.</summary>
    private const int InterruptingLine = 2;
    private const int InterruptAfterMs = 2_400;

    /// <summary>What the sound probe in the page takes for sound, in samples of 16 bits.</summary>
    private const int Loud = 262;

    public static async Task<CallScript> WriteAsync(string scenarioId, string folder)
    {
        var file = new SpokenFile().SilenceUntil(OpeningAtMs);
        foreach (var (line, index) in TraineeLines.WithPauses[scenarioId].Select((line, index) => (line, index)))
        {
            if (index > 0)
            {
                file.Silence(index == InterruptingLine ? InterruptAfterMs : ReplyRoomMs);
            }
            file.Say(line);
        }
        file.Silence(ReplyRoomMs);
        var path = System.IO.Path.Combine(folder, scenarioId + ".wav");
        await file.SaveAsync(path);
        var samples = WavFile.ReadMono(path);
        return new CallScript(scenarioId, path, (int)AudioFormat.Milliseconds(samples.Length), [.. file.Lines.Select(line => Sounding(line, samples))]);
    }

    private static ScriptedLine Sounding(SpokenLine line, short[] samples)
    {
        var part = samples.AsSpan(AudioFormat.Samples(line.AtMs), AudioFormat.Samples(line.LengthMs));
        var (first, last) = (0, part.Length - 1);
        while (first < last && Math.Abs((int)part[first]) < Loud)
        {
            first++;
        }
        while (last > first && Math.Abs((int)part[last]) < Loud)
        {
            last--;
        }
        return new ScriptedLine(line.Text, line.AtMs + (int)AudioFormat.Milliseconds(first), line.AtMs + (int)AudioFormat.Milliseconds(last));
    }
}
