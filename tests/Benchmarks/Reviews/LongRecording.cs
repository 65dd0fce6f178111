using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>A call of any length with a party on each side, of lines that flite reads again and again, and who said what in it.</summary>
internal sealed class LongRecording
{
    private const int GapMs = 700;

    private static readonly (Speaker Speaker, string Text)[] Script =
    [
        (Speaker.Staff, "thank you for calling how can i help you today"), (Speaker.Caller, "i am so worried about the bill that came yesterday nobody called me back"),
        (Speaker.Staff, "i am sorry about that may i have your full name please"), (Speaker.Caller, "my name is dana fowler"),
        (Speaker.Staff, "and what is your date of birth"), (Speaker.Caller, "the third of may nineteen seventy one"),
        (Speaker.Staff, "thank you let me look into that for you right now bear with me for a minute"), (Speaker.Caller, "i have been waiting for three weeks this is so frustrating"),
        (Speaker.Staff, "i can see the charge here it went to the wrong plan i will send it to the right one"), (Speaker.Caller, "and when will i hear from you"),
        (Speaker.Staff, "i will call you back on monday before noon what is the best number to reach you"), (Speaker.Caller, "it is five five five oh one four three"),
    ];

    private LongRecording(byte[] wav, IReadOnlyList<ReviewLine> lines, int durationMs) => (Wav, Lines, DurationMs) = (wav, lines, durationMs);

    public byte[] Wav { get; }

    public IReadOnlyList<ReviewLine> Lines { get; }

    public int DurationMs { get; }

    public static async Task<LongRecording> MakeAsync(int minutes)
    {
        var spoken = new List<short[]>();
        foreach (var (speaker, text) in Script)
        {
            spoken.Add(await new SpokenFile().Say(text, speaker == Speaker.Staff ? "slt" : "rms").RenderAsync());
        }
        var frames = AudioFormat.Samples(minutes * 60_000);
        var both = new short[2 * frames];
        var noise = new Random(7);
        for (var i = 0; i < both.Length; i++)
        {
            both[i] = (short)noise.Next(-12, 13);
        }
        var lines = new List<ReviewLine>();
        for (int at = AudioFormat.Samples(GapMs), i = 0; at + spoken[i % Script.Length].Length < frames; i++)
        {
            var ((speaker, text), sound) = (Script[i % Script.Length], spoken[i % Script.Length]);
            var channel = speaker == Speaker.Staff ? 0 : 1;
            for (var k = 0; k < sound.Length; k++)
            {
                both[2 * (at + k) + channel] += sound[k];
            }
            var (startMs, endMs) = ((int)AudioFormat.Milliseconds(at), (int)AudioFormat.Milliseconds(at + sound.Length));
            lines.Add(new ReviewLine(i + 1, speaker, startMs, endMs, text, 0.9, WordTimes.Of(text, [], startMs, endMs)));
            at += sound.Length + AudioFormat.Samples(GapMs);
        }
        return new LongRecording([.. WavHead.Of(2, (long)both.Length * Pcm.BytesPerSample), .. Pcm.ToBytes(both)], lines, minutes * 60_000);
    }
}
