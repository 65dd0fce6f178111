using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;
using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Benchmarks.Feedback;

/// <summary>
/// How well the product reads what public sets have labels for: the rules alone (<c>reader</c> rules), and with the models
/// (product), each utterance read by models that did not see its source.
/// </summary>
internal static class ReadersMeasure
{
    public static IEnumerable<BenchResult> Of(DataFolder data, Action<string> tell, CancellationToken cancellationToken)
    {
        var shipped = WeightFiles.Load();
        var rules = new RuleUtteranceAnalysis();
        foreach (var task in TaskList.For(shipped["agent-action"].Labels).Where(t => t.Name is "question" or "question-kind" or "reflection" or "politeness"))
        {
            if (task.Files.Any(file => data.Find(file) is null))
            {
                tell($"{task.Name}: the data is not there.");
                continue;
            }
            cancellationToken.ThrowIfCancellationRequested();
            tell($"Training {task.Name} without each fifth of its sources.");
            List<(TaskCase Case, bool Speech, Server.Feedback.UtteranceReading Rules, Server.Feedback.UtteranceReading Product)> read = [];
            foreach (var (model, unseen) in new TaskTrainer(task, data, shipped["emotions"]).Folded())
            {
                var product = new TrainedUtteranceAnalysis(new LanguageModels(new Dictionary<string, LinearModel>(shipped) { [task.Name] = model }));
                var heard = new SpeechForm(unseen.Select(one => one.Input.Text));
                foreach (var one in unseen)
                {
                    foreach (var (input, speech) in new[] { (one.Input, false), (TaskTrainer.Spoken(one.Input, heard), true) })
                    {
                        var line = Models.Language.SpokenLine.Of(input.Text);
                        read.Add((one, speech, rules.ReadTrainee(line), product.ReadTrainee(line, new UtteranceContext(input.Before, input.Earlier))));
                    }
                }
            }
            foreach (var speech in new[] { false, true })
            {
                var part = read.Where(r => r.Speech == speech).ToList();
                yield return Figure(task.Name, speech, "rules", [.. part.Select(r => (r.Case, r.Rules))]);
                yield return Figure(task.Name, speech, "product", [.. part.Select(r => (r.Case, r.Product))]);
            }
        }
    }

    private static BenchResult Figure(string task, bool speech, string reader, IReadOnlyList<(TaskCase Case, Server.Feedback.UtteranceReading Reading)> read)
    {
        int[] right = [.. read.Select(r => r.Case.Right)];
        var (name, value) = task switch
        {
            "politeness" => ("spearman", Measure.Spearman([.. read.Select(r => r.Case.Targets[0])], [.. read.Select(r => (float)r.Reading.Politeness)])),
            "question-kind" => ("macro_f1", Measure.MacroF1(right, [.. read.Select(r => r.Reading.OpenQuestions > 0 ? 1 : 0)], 2)),
            "question" => ("f1", Measure.F1([.. right.Select(r => r == 1)], [.. read.Select(r => r.Reading.OpenQuestions + r.Reading.ClosedQuestions > 0)])),
            _ => ("f1", Measure.F1([.. right.Select(r => r == 1)], [.. read.Select(r => r.Reading.Reflection != ReflectionKind.None)])),
        };
        return BenchResult.Single(name, "", value, read.Count, ("task", task), ("form", speech ? "speech" : "clean"), ("reader", reader));
    }
}
