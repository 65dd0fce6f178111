using System.Globalization;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Speech.Language.FrontDesk;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>What <c>./dev train turns</c> does: held-out figures first, then the weights from everything.</summary>
public static class TurnsTask
{
    public const string Name = "turns";
    public const string Conversations = "primock57";

    /// <param name="texts">The folder with <c>primock57/</c> and the scripts.</param>
    /// <param name="folder">Where the weights go; null when only figures are wanted.</param>
    public static void Run(string texts, string? folder, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!Directory.Exists(Path.Combine(texts, Conversations)))
        {
            output.WriteLine($"{Name}: left out, as {texts} has no {Conversations}.");
            return;
        }
        var conversations = Conversation.ReadAll(Path.Combine(texts, Conversations), output.WriteLine);
        var points = TurnPoint.Of(conversations);
        var (misheard, files) = (MisheardWords.Of(points), Scripts.Files(texts).ToList());
        var scripts = Scripts.Read(files, TurnTraining.ScriptLines);
        var heldOut = TurnTraining.HeldOut(points, misheard, scripts);
        var pauses = PauseLengths.Fit([.. points.Where(point => !point.IsEnd).Select(point => point.PauseMs)]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name}: {conversations.Count} conversations, {points.Count(point => point.IsEnd)} ends, {points.Count(point => !point.IsEnd)} pauses (median {pauses.MedianMs:0} ms, spread {pauses.Spread:0.000}), {scripts.Count} lines of scripts"));
        Tell("held out, words as written", heldOut.Over[..points.Count]);
        Tell("held out, one word in ten misheard", heldOut.Over[points.Count..]);
        if (folder is not null)
        {
            var bytes = LinearModelFile.Write(TurnTraining.Train(points, misheard, scripts, heldOut.Temperature, Sources(conversations, files)));
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, TurnEndModel.FileName), bytes);
            output.WriteLine($"  {TurnEndModel.FileName}: {bytes.Length / 1024} KiB");
        }
        RunSilences(conversations, points, misheard, files, texts, folder, output);

        void Tell(string what, float[] probabilities)
        {
            var cases = points.Select((point, i) => (probabilities[i], point.IsEnd)).ToList();
            var auc = Measure.Auc([.. points.Select(point => point.IsEnd)], probabilities);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: AUC {auc:0.000}, Brier {Calibration.Brier(cases):0.0000}, calibration error {Calibration.Error(cases):0.0000}"));
        }
    }

    private static void RunSilences(
        IReadOnlyList<Conversation> conversations, IReadOnlyList<TurnPoint> points, IReadOnlyList<TurnPoint> misheard, List<string> files, string texts, string? folder, TextWriter output)
    {
        var (talk, others) = (ScriptSilences.Of(conversations), SilenceTraining.Texts(texts));
        var written = SilenceTraining.WithTurns(others, FrontDeskTurns.All);
        var places = SilenceTraining.HeldOut(points, misheard, talk, written).Places;
        output.WriteLine($"{SilenceModel.Name}: {talk.Count} silences of {conversations.Count} conversations, {written.Count} of scripts and other texts");
        Tell("held out", talk, places);
        var (unseen, kinds) = SilenceTraining.HeldOutTopics(talk, others);
        Tell($"front desk, {unseen.Count} silences of topics held out", unseen, kinds);
        if (folder is not null)
        {
            var bytes = LinearModelFile.Write(SilenceTraining.Train([.. talk, .. written], [.. Sources(conversations, files), .. SentenceTexts.Files(texts).Select(file => DataFolder.Source(file, SentenceTexts.Licence))]));
            File.WriteAllBytes(Path.Combine(folder, SilenceModel.FileName), bytes);
            output.WriteLine($"  {SilenceModel.FileName}: {bytes.Length / 1024} KiB");
        }

        void Tell(string what, IReadOnlyList<ScriptSilence> silences, SilenceKinds[] said) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what}, ends against stops in a sentence: AUC {Against(ScriptSilences.InSentence, silences, said):0.000}; against gaps between sentences: AUC {Against(ScriptSilences.BetweenSentences, silences, said):0.000}"));
    }

    private static double Against(int kind, IReadOnlyList<ScriptSilence> silences, SilenceKinds[] said)
    {
        var judged = Enumerable.Range(0, silences.Count).Where(i => silences[i].Kind is ScriptSilences.Over || silences[i].Kind == kind).ToList();
        return Measure.Auc([.. judged.Select(i => silences[i].Kind == ScriptSilences.Over)], [.. judged.Select(i => said[i].Over)]);
    }

    private static IReadOnlyList<TrainingSource> Sources(IReadOnlyList<Conversation> conversations, IReadOnlyList<string> scripts) =>
    [
        .. conversations.Select(one => new TrainingSource($"{Conversations}/{one.Name}", one.Sha256, "CC BY 4.0")),
        .. scripts.Select(file => DataFolder.Source(file, file.EndsWith(".jsonl", StringComparison.Ordinal) ? "MIT" : "CC BY-SA 4.0")),
    ];
}
