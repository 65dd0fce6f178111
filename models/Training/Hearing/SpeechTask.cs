using System.Security.Cryptography;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Networks;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>What <c>./dev train speech</c> does: a network from all voices but one recording, judged on that; then the weights, from all of them.</summary>
internal static class SpeechTask
{
    public const string Name = SpeechNetwork.Name;

    private const int Updates = 2_500;
    private const long Seed = 7;

    /// <summary>Made into noise for the judgement, and nothing else.</summary>
    private static readonly string[] BehindVoices = ["jfk.wav", "kennedy.wav", "bush.wav", "telephone_8k.wav"];

    /// <summary>The recorded voices count three times: there is more to hear in them.</summary>
    private const int RecordedTimes = 3;

    /// <param name="data">The folder with <c>audio/</c>, and with <c>text/</c> for what flite is to say.</param>
    /// <param name="folder">Where the weights go; null when only figures are wanted.</param>
    public static void Run(string data, string? folder, TextWriter output)
    {
        var audio = Path.Combine(data, "audio");
        string[] files = Directory.Exists(audio) ? [.. SpeechSources.Files(audio)] : [];
        if (files.Length < 2)
        {
            output.WriteLine($"{Name}: left out, as {audio} does not have two recorded interviews.");
            return;
        }
        var digits = SpeechSources.DigitFiles(audio).ToList();
        var interviews = files.Select(file => QuietRoomLabels.Label(Path.GetFileName(file), SoundFile.Read(file))).ToList();
        List<LabelledSound> made = [.. SpeechSources.FliteAsync(Path.Combine(data, "text", "primock57")).GetAwaiter().GetResult()];
        if (digits.Count > 0)
        {
            made.Add(SpeechSources.Digits(digits));
        }
        var header = new GatedHeader(Name, SpeechFeatures.Version, SpeechFeatures.Count, SpeechTraining.Hidden, Sources(files, digits));
        output.WriteLine($"{Name}: {interviews.Count} interviews, {string.Join(", ", made.Select(one => one.Name))}; {interviews[^1].Name} held out");
        Tell("held out", interviews[..^1]);
        if (folder is not null)
        {
            var bytes = Tell("all", interviews);
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, SpeechNetwork.FileName), bytes);
            output.WriteLine($"  {SpeechNetwork.FileName}: {bytes.Length / 1024} KiB");
        }

        byte[] Tell(string what, List<LabelledSound> voices)
        {
            var bytes = GatedNetworkFile.Write(header, SpeechTraining.Train([.. Enumerable.Repeat(voices, RecordedTimes).SelectMany(one => one), .. made], Updates, Seed, line => output.WriteLine($"  {what}, {line}")));
            var network = GatedNetworkFile.Read(bytes);
            var judge = new SpeechJudge(
                [.. BehindVoices.Select(name => Path.Combine(audio, name)).Where(File.Exists).Select(file => new LabelledSound("", SoundFile.Read(file), []))],
                [("trained", () => new TrainedSpeechDetector(new TrainedSpeechDetectorOptions(), network: network)), ("energy", () => new EnergySpeechDetector(new EnergySpeechDetectorOptions()))]);
            judge.Judge("meetings", Meetings.Read(Path.Combine(audio, "ami")), output);
            if (voices.Count < interviews.Count)
            {
                judge.Judge(interviews[^1].Name, [interviews[^1]], output);
            }
            return bytes;
        }
    }

    private static IReadOnlyList<TrainingSource> Sources(string[] interviews, List<string> digits) =>
    [
        .. interviews.Select(file => DataFolder.Source(file, "CC BY 4.0")),
        .. digits.Count > 0 ? [new TrainingSource($"digits, {digits.Count} files", Together(digits), "CC BY-SA 4.0")] : Array.Empty<TrainingSource>(),
    ];

    /// <summary>One hash of many small files, in the order of their names.</summary>
    private static string Together(List<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
