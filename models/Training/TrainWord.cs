using System.Diagnostics;
using System.Globalization;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;
using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Models.Training;

/// <summary><c>./dev train</c>: figures on the dev split, then the weights, from everything.</summary>
internal sealed class TrainWord(TrainArguments arguments, TextWriter output, TextWriter error)
{
    private readonly string _out = arguments.Out ?? Path.Combine("models", "Language", "Weights");

    public int Run()
    {
        var data = new DataFolder(Path.Combine(arguments.Data ?? Environment.GetEnvironmentVariable("REALTIME_DATA") ?? Path.Combine("..", "shared", "data"), "text"));
        if (!Directory.Exists(data.Path))
        {
            error.WriteLine($"There is no {data.Path}. Say where the public sets are: --data DIR, or REALTIME_DATA.");
            return TrainingTool.Failed;
        }
        var tasks = TaskList.For(data);
        if (arguments.Names.FirstOrDefault(name => name != TurnsTask.Name && tasks.All(task => task.Name != name)) is { } unknown)
        {
            error.WriteLine($"Nothing is called \"{unknown}\". There are {string.Join(", ", tasks.Select(task => task.Name).Append(TurnsTask.Name))}.");
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
        if (arguments.Names.Count == 0 || arguments.Names.Contains(TurnsTask.Name))
        {
            TurnsTask.Run(data.Path, arguments.Figures || arguments.Tune ? null : _out, output);
        }
        return TrainingTool.Good;
    }

    private void Train(LinearTask task, DataFolder data)
    {
        var began = Stopwatch.GetTimestamp();
        var trainer = new TaskTrainer(task, data, task.InContext ? Emotions() : null);
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
        foreach (var (figure, clean, speech) in trainer.OnDev())
        {
            output.WriteLine($"  {figure.Task} {figure.Name}: clean {Say(clean)}, speech {Say(speech)}  (linear {figure.Published.ElementAtOrDefault(0)}, aim {figure.Published.ElementAtOrDefault(1)})");
        }
        if (!arguments.Figures)
        {
            var file = LinearModelFile.Write(trainer.Final());
            Directory.CreateDirectory(_out);
            File.WriteAllBytes(Path.Combine(_out, $"{task.Name}.rtlm"), file);
            output.WriteLine($"  {task.Name}.rtlm: {file.Length / 1024} KiB");
        }
        output.WriteLine($"  {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} s");
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
