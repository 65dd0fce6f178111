using System.Diagnostics;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Speakers;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>On the first two minutes or so of real interviews of one channel.</summary>
public sealed class VoiceStretchesTests(ITestOutputHelper output)
{
    [DataFact("audio/CAR0003.mp3", Decodes = true)]
    public void Interview_IsCutWhereTheVoiceChanges()
    {
        var truth = Rttm.Read(Rttm.Interviews, "CAR0003");
        var lengthMs = truth.Max(turn => turn.EndMs);
        var stretches = Split(Decoded("CAR0003.mp3", lengthMs));

        var error = DiarisationError.Of(truth, [.. stretches.Select(stretch => (stretch.Channel, stretch.StartMs, stretch.EndMs))], lengthMs);

        output.WriteLine($"{error.Rate:0.000}: wrong voice {error.WrongMs / error.SpeechMs:0.000}, missed {error.MissedMs / error.SpeechMs:0.000}, nobody spoke {error.FalseMs / error.SpeechMs:0.000}");
        // Stretches hold pauses of up to 600 ms, which count as sound taken for speech.
        Assert.InRange(error.WrongMs / error.SpeechMs, 0, 0.06);
        Assert.InRange(error.Rate, 0, 0.2);
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.EndMs <= pair.Second.StartMs));
    }

    [Fact]
    public void Silence_HasNoVoice() => Assert.Empty(Split(new short[AudioFormat.Samples(3_000)]));

    private static IReadOnlyList<SpeechStretch> Split(short[] samples)
    {
        using var sound = new RecordedSound(new MemoryStream(Pcm.ToBytes(samples)), channels: 1);
        var stretches = StretchFinder.Find(sound, 1, () => new EnergySpeechDetector(new EnergySpeechDetectorOptions()), CancellationToken.None);
        return VoiceStretches.Split(sound, stretches, CancellationToken.None);
    }

    private static short[] Decoded(string name, int lengthMs)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg",
            ["-v", "error", "-nostdin", "-i", Path.Combine(Checkout.Data, "audio", name), "-t", (lengthMs / 1_000.0).ToString(System.Globalization.CultureInfo.InvariantCulture), "-ac", "1", "-ar", "16000", "-f", "s16le", "-"]) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        return Pcm.FromBytes(bytes.ToArray());
    }
}
