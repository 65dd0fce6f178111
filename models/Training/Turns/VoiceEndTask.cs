using System.Globalization;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Hearing;
using RealtimeTraining.Models.Training.Measures;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>The part of <c>./dev train turns</c> that listens: each recording held out in turn, then the weights, from all of them.</summary>
internal static class VoiceEndTask
{
    /// <param name="audio">The folder with the recorded interviews.</param>
    /// <param name="folder">Where the weights go; null when only figures are wanted.</param>
    public static void Run(string audio, string? folder, TextWriter output)
    {
        string[] files = Directory.Exists(audio) ? [.. SpeechSources.Files(audio)] : [];
        if (files.Length < 2)
        {
            output.WriteLine($"{VoiceEndModel.Name}: left out, as {audio} does not have two recorded interviews.");
            return;
        }
        List<HeardEnding> endings = [.. files.AsParallel().AsOrdered().Select((file, number) => VoiceEndings.Of(number, SoundFile.Read(file))).SelectMany(found => found)];
        var scores = VoiceEndTraining.HeldOut(endings);
        output.WriteLine($"{VoiceEndModel.Name}: {endings.Count} silences of {files.Length} interviews, {endings.Count(one => one.IsEnd)} of them ends");
        var each = files.Select((_, number) => Say([.. Enumerable.Range(0, endings.Count).Where(i => endings[i].Recording == number)]));
        output.WriteLine($"  held out, by pitch alone: AUC {Say([.. Enumerable.Range(0, endings.Count)])}; by interview {string.Join(", ", each)}");
        if (folder is not null)
        {
            var bytes = LinearModelFile.Write(VoiceEndTraining.Train(endings, [.. files.Select(file => DataFolder.Source(file, "CC BY 4.0"))]));
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, VoiceEndModel.FileName), bytes);
            output.WriteLine($"  {VoiceEndModel.FileName}: {bytes.Length} bytes");
        }

        string Say(int[] judged) => Measure.Auc([.. judged.Select(i => endings[i].IsEnd)], [.. judged.Select(i => scores[i])]).ToString("0.000", CultureInfo.InvariantCulture);
    }
}
