using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;

namespace RealtimeTraining.Models.Training;

/// <summary><c>./dev evaluate</c>: the weights of the product on a folder of public sets.</summary>
internal sealed class EvaluateWord(TrainArguments arguments, TextWriter output, TextWriter error)
{
    private readonly IReadOnlyDictionary<string, LinearModel> _models = arguments.Out is { } folder ? ModelsIn(folder) : WeightFiles.Load();
    private readonly List<EvaluatedFigure> _figures = [];

    public int Run()
    {
        var data = new DataFolder(arguments.Names[0]);
        if (!Directory.Exists(data.Path))
        {
            error.WriteLine($"There is no folder {data.Path}.");
            return TrainingTool.Failed;
        }
        var actions = _models.TryGetValue("agent-action", out var action) ? action.Labels : ["custom"];
        foreach (var task in TaskList.For(actions))
        {
            Evaluate(task, data);
        }
        EvaluateQuality(data);
        var time = ReadingTime.Measure(new LanguageModels(_models), data);
        output.WriteLine(arguments.Json ? EvaluationReport.Json(_figures, time) : EvaluationReport.Table(_figures, time));
        return TrainingTool.Good;
    }

    private void Evaluate(LinearTask task, DataFolder data)
    {
        if (task.Figures.Count == 0)
        {
            return;
        }
        if (!_models.TryGetValue(task.Name, out var model))
        {
            error.WriteLine($"{task.Name}: skipped, the build has no such model.");
            return;
        }
        foreach (var missing in task.Files.Where(file => data.Find(file) is null))
        {
            error.WriteLine($"{task.Name}: {missing} is not in {data.Path}, skipped.");
        }
        string[] files = [.. task.Files.Where(file => data.Find(file) is not null).DistinctBy(data.Find)];
        var (cases, clean, speech, seen) = (new List<(string File, TaskCase Case)>(), new List<float[]>(), new List<float[]>(), new HashSet<string>());
        foreach (var file in files)
        {
            var read = task.Read(data.Find(file)!);
            if (IsSeen(model, data.Find(file)!))
            {
                seen.Add(file);
            }
            cases.AddRange(read.Select(one => (file, one)));
            var noise = new SpeechForm(read.Select(one => one.Input.Text));
            clean.AddRange(Score(task, model, read.Select(one => one.Input)));
            speech.AddRange(Score(task, model, read.Select(one => TaskTrainer.Spoken(one.Input, noise))));
        }
        var choices = new Choices(model.Header.Kind, model.Header.Offsets);
        foreach (var figure in task.Figures)
        {
            int[] own = [.. Enumerable.Range(0, cases.Count).Where(i => figure.File is null || figure.File == cases[i].File)];
            if (own.Length > 0)
            {
                var wasSeen = own.Any(i => seen.Contains(cases[i].File));
                TaskCase[] ownCases = [.. own.Select(i => cases[i].Case)];
                Add(figure, "clean", ownCases, [.. own.Select(i => clean[i])], choices, wasSeen);
                Add(figure, "speech", ownCases, [.. own.Select(i => speech[i])], choices, wasSeen);
            }
        }
    }

    private void EvaluateQuality(DataFolder data)
    {
        if (!_models.TryGetValue(CallQualityTrainer.Name, out var model) || TaskList.Listening.Any(task => !_models.ContainsKey(task.Name)))
        {
            error.WriteLine($"{CallQualityTrainer.Name}: skipped, the build has no such model.");
            return;
        }
        if (data.Find(AnnoMi.File) is not { } path)
        {
            error.WriteLine($"{CallQualityTrainer.Name}: {AnnoMi.File} is not in {data.Path}, skipped.");
            return;
        }
        var (calls, reader) = (AnnoMi.Read(path), new LanguageModels(_models));
        var noise = new SpeechForm(calls.SelectMany(call => call.Utterances).Select(said => said.Input.Text));
        TaskCase[] cases = [.. calls.Select(call => new TaskCase(new(""), Epitome.OneHot(call.High ? 1 : 0, 2), call.Video))];
        foreach (var form in new[] { "clean", "speech" })
        {
            List<float[]> scores = [.. calls.Select(call => ScoreQuality(model, reader, call.Utterances.Select(said => form == "clean" ? said.Input : TaskTrainer.Spoken(said.Input, noise))))];
            foreach (var figure in CallQualityFigures.All)
            {
                Add(figure, form, cases, scores, new Choices(LinearKind.OneOf, model.Header.Offsets), IsSeen(model, path));
            }
        }
    }

    private static float[] ScoreQuality(LinearModel model, LanguageModels reader, IEnumerable<UtteranceInput> said)
    {
        var (vector, quality) = (new FeatureVector(), new float[2]);
        CallQualityFeatures.Fill(vector, [.. said.Select(input => reader.Read(input.Text, new UtteranceContext(input.Before, input.Earlier)).Signs).OfType<ListeningSigns>()]);
        model.Score(vector, quality);
        return quality;
    }

    private IEnumerable<float[]> Score(LinearTask task, LinearModel model, IEnumerable<UtteranceInput> inputs)
    {
        var (features, vector) = (new UtteranceFeatures(_models.GetValueOrDefault("emotions")), new FeatureVector());
        foreach (var input in inputs)
        {
            features.Fill(vector, input, task.Features);
            var scores = new float[model.Labels.Count];
            model.Score(vector, scores);
            yield return scores;
        }
    }

    private void Add(TaskFigure figure, string form, TaskCase[] cases, List<float[]> scores, Choices choices, bool seen)
    {
        var sources = cases.Select(one => one.Source).Distinct(StringComparer.Ordinal).Select((source, number) => (source, number)).ToDictionary(pair => pair.source, pair => pair.number, StringComparer.Ordinal);
        var interval = Bootstrap.Of([.. cases.Select(one => sources[one.Source])],
            drawn => figure.Of([.. drawn.Select(i => cases[i])], [.. drawn.Select(i => scores[i])], choices));
        _figures.Add(new EvaluatedFigure(figure, form, interval, cases.Length, seen));
    }

    private static bool IsSeen(LinearModel model, string path) =>
        DataFolder.Source(path, null).Sha256 is var hash && model.Header.TrainedOn.Any(source => source.Sha256 == hash);

    private static Dictionary<string, LinearModel> ModelsIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.rtlm", SearchOption.AllDirectories).Where(WeightFiles.IsOfUtterances).Select(file => LinearModelFile.Read(File.ReadAllBytes(file))).ToDictionary(model => model.Name, StringComparer.Ordinal);
}
