using System.Diagnostics;
using System.Globalization;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Hearing;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;
using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Models.Training;

/// <summary><c>./dev train</c>: figures on the dev split, then the weights, from everything.</summary>
internal sealed class TrainWord(TrainArguments arguments, TextWriter output, TextWriter error)
{
    /// <summary>The folder of weights whose data states no licence.</summary>
    private const string Unlicensed = "no-stated-licence";

    private readonly string _out = arguments.Out ?? Path.Combine("models", "Language", "Weights");

    private readonly string _networks = arguments.Out ?? Path.Combine("models", "Networks", "Weights");

    public int Run()
    {
        var shared = arguments.Data ?? Environment.GetEnvironmentVariable("REALTIME_DATA") ?? Path.Combine("..", "shared", "data");
        var data = new DataFolder(Path.Combine(shared, "text"));
        if (!Directory.Exists(data.Path))
        {
            error.WriteLine($"There is no {data.Path}. Say where the public sets are: --data DIR, or REALTIME_DATA.");
            return TrainingTool.Failed;
        }
        var tasks = TaskList.For(data.Find(Star.File) is { } star ? AgentActionTask.LabelsOf(star) : ["custom"]);
        string[] known = [.. tasks.Select(task => task.Name), CallQualityTrainer.Name, TurnsTask.Name, SpeechTask.Name];
        if (arguments.Names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            error.WriteLine($"Nothing is called \"{unknown}\". There are {string.Join(", ", known)}.");
            return TrainingTool.WrongArguments;
        }
        foreach (var task in tasks.Where(task => arguments.Names.Count == 0 || arguments.Names.Contains(task.Name)))
        {
            if (arguments.OnlyLicensed && task.Licence is null)
            {
                output.WriteLine($"{task.Name}: left out, as the source of {string.Join(", ", task.Files)} states no licence.");
            }
            else if (task.Files.FirstOrDefault(file => data.Find(file) is null) is { } missing)
            {
                output.WriteLine($"{task.Name}: left out, as {data.Path} has no {missing}.");
            }
            else
            {
                Train(task, data);
            }
        }
        if (arguments is { OnlyLicensed: false, Tune: false } && (arguments.Names.Count == 0 || arguments.Names.Contains(CallQualityTrainer.Name)) && data.Find(AnnoMi.File) is not null)
        {
            TrainQuality(data);
        }
        if (arguments.Names.Count == 0 || arguments.Names.Contains(TurnsTask.Name))
        {
            var weights = arguments.Figures || arguments.Tune ? null : _out;
            TurnsTask.Run(data.Path, weights, output);
            VoiceEndTask.Run(Path.Combine(shared, "audio"), weights, output);
        }
        if (!arguments.Tune && (arguments.Names.Count == 0 || arguments.Names.Contains(SpeechTask.Name)))
        {
            SpeechTask.Run(shared, arguments.Figures ? null : _networks, output);
        }
        return TrainingTool.Good;
    }

    private void TrainQuality(DataFolder data)
    {
        var trainer = new CallQualityTrainer(data, Emotions());
        output.WriteLine($"{CallQualityTrainer.Name}: {trainer.Count} conversations, each held out in turn by video");
        Print(trainer.Unseen());
        if (!arguments.Figures)
        {
            Keep(trainer.Final(), licensed: false);
        }
    }

    private void Train(LinearTask task, DataFolder data)
    {
        var began = Stopwatch.GetTimestamp();
        var trainer = new TaskTrainer(task, data, task.Features == UtteranceFeatures.Alone ? null : Emotions());
        output.WriteLine($"{task.Name}: {trainer.Count} cases");
        if (arguments.Tune)
        {
            foreach (var options in task.Candidates)
            {
                var figures = trainer.CrossValidate(options).Select(one => $"{one.Figure.Name} {Say(one.Clean)} / {Say(one.Speech)}");
                output.WriteLine($"  L2 {options.L2:g2} dense {options.DenseScale:g2} balance {options.Balance:g2} rare {options.Rareness:g2} blocks {string.Join(' ', options.BlockScales)}: {string.Join(", ", figures)}");
            }
            return;
        }
        Print(trainer.HeldOut());
        if (!arguments.Figures)
        {
            Keep(trainer.Final(), task.Licence is not null);
        }
        output.WriteLine($"  {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} s");
    }

    private void Print(IReadOnlyList<HeldOutFigure> figures)
    {
        foreach (var (figure, clean, lower, speech, dev) in figures)
        {
            output.WriteLine($"  {figure.Task} {figure.Name}: clean {Say(clean)}{(lower is null ? "" : $", lower case {Say(lower.Value)}")}, speech {Say(speech)}{(dev is null ? "" : $", dev split {Say(dev.Value)}")}  (linear {figure.Published.ElementAtOrDefault(0)}, aim {figure.Published.ElementAtOrDefault(1)})");
        }
    }

    private void Keep(LinearModel model, bool licensed)
    {
        var file = LinearModelFile.Write(model);
        var folder = licensed ? _out : Path.Combine(_out, Unlicensed);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{model.Name}.rtlm"), file);
        output.WriteLine($"  {model.Name}.rtlm: {file.Length / 1024} KiB");
    }

    private LinearModel Emotions()
    {
        var path = Path.Combine(_out, "emotions.rtlm");
        return File.Exists(path) ? LinearModelFile.Read(File.ReadAllBytes(path))
            : throw new FileNotFoundException($"{path} is not there, and other models build on it: ./dev train emotions");
    }

    private static string Say(double value) => double.IsNaN(value) ? "–" : value.ToString(".000", CultureInfo.InvariantCulture);

    private static string Say(Interval interval) => $"{Say(interval.Value)} [{Say(interval.Low)}, {Say(interval.High)}]";
}
