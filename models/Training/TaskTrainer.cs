using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;

namespace RealtimeTraining.Models.Training;

/// <summary>
/// Trains one task: offsets by cross-validation over sources, figures on a dev split of sources that nothing was chosen on,
/// then the weights that are kept, from everything.
/// </summary>
internal sealed class TaskTrainer
{
    public const int Folds = 5;

    /// <summary>From here on one fold of five is held out in place of each in turn: it is large enough.</summary>
    private const int Large = 10_000;

    private readonly LinearTask _task;
    private readonly IReadOnlyList<TaskCase> _cases;
    private readonly string[] _files;
    private readonly TrainingSet _set;
    private readonly LinearModel? _emotions;
    private readonly int[] _sources;
    private readonly int[] _dev;
    private readonly int[] _rest;
    private readonly List<TrainingSource> _trainedOn = [];
    private (float[][] Scores, Choices Choices)? _tuned;

    /// <param name="emotions">For the tasks that read in context.</param>
    public TaskTrainer(LinearTask task, DataFolder data, LinearModel? emotions)
    {
        _task = task;
        List<TaskCase> cases = [];
        List<string> files = [];
        foreach (var file in task.Files)
        {
            var path = data.Find(file) ?? throw new FileNotFoundException($"{task.Name} is trained on {file}, which {data.Path} does not have.");
            cases.AddRange(task.Read(path));
            files.AddRange(Enumerable.Repeat(file, cases.Count - files.Count));
            _trainedOn.Add(DataFolder.Source(path, task.Licence));
        }
        (_cases, _files) = (cases, [.. files]);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _sources = [.. cases.Select(one => numbers.TryGetValue(one.Source, out var number) ? number : numbers[one.Source] = numbers.Count)];
        var fold = Learning.Folds.Of(_sources, Folds, seed: 20);
        _dev = [.. Enumerable.Range(0, cases.Count).Where(i => task.DevFiles.Count > 0 ? task.DevFiles.Contains(_files[i]) : fold[i] == 0)];
        _rest = [.. Enumerable.Range(0, cases.Count).Except(_dev)];
        (_set, _emotions) = (ToSet(task, cases, emotions), emotions);
    }

    public IReadOnlyList<TrainingSource> TrainedOn => _trainedOn;

    public int Count => _cases.Count;

    /// <summary>Figures over the cross-validation of the part that is not the dev split.</summary>
    public IReadOnlyList<(TaskFigure Figure, double Clean, double Speech)> CrossValidate(LinearOptions options)
    {
        var scores = OutOfFold(_rest, options, folds: 2);
        var choices = Tune(_rest, scores, options);
        return [.. _task.Figures.Select(figure => (figure, On(figure, _rest, scores, choices, speech: false), On(figure, _rest, scores, choices, speech: true)))];
    }

    /// <summary>By example, the probabilities a model gives that did not see its source.</summary>
    public float[][] UnseenProbabilities()
    {
        var scores = OutOfFold([.. Enumerable.Range(0, _cases.Count)], _task.Options);
        foreach (var score in scores)
        {
            var (max, sum) = (score.Max(), 0f);
            for (var k = 0; k < score.Length; k++)
            {
                sum += score[k] = MathF.Exp(score[k] - max);
            }
            for (var k = 0; k < score.Length; k++)
            {
                score[k] /= sum;
            }
        }
        return scores;
    }

    /// <summary>Figures on the dev split, with 95 % intervals.</summary>
    public IReadOnlyList<HeldOutFigure> OnDev()
    {
        var options = _task.Options;
        var choices = Tuned().Choices;
        var model = LinearTrainer.Train(_set, Examples(_rest), options).Quantise(Header(choices, 1), _task.MaxWeights);
        var (scores, lower) = (new float[_set.Count][], new float[_set.Count][]);
        var plain = ToSet(_task, [.. _dev.Select(i => Lower(_cases[i]))], _emotions, speech: false);
        for (var at = 0; at < _dev.Length; at++)
        {
            var e = 2 * _dev[at];
            (scores[e], scores[e + 1], lower[e]) = (_set.Score(model, e), _set.Score(model, e + 1), plain.Score(model, at));
        }
        return [.. _task.Figures.Select(figure => new HeldOutFigure(figure,
            Spread(figure, scores, choices, speech: false), Spread(figure, lower, choices, speech: false), Spread(figure, scores, choices, speech: true)))];
    }

    /// <summary>Offsets are tuned once, without the dev split, and hold for the model that is kept.</summary>
    private (float[][] Scores, Choices Choices) Tuned()
    {
        if (_tuned is null)
        {
            var scores = OutOfFold(_rest, _task.Options);
            _tuned = (scores, Tune(_rest, scores, _task.Options));
        }
        return _tuned.Value;
    }

    /// <summary>The model that is kept.</summary>
    public LinearModel Final()
    {
        int[] all = [.. Enumerable.Range(0, _cases.Count)];
        var (scores, choices) = Tuned();
        int[] scored = [.. Examples(all).Where(e => scores[e] is not null)];
        var temperature = OffsetTuner.Temperature(_task.Options.Kind, [.. scored.Select(_set.Targets)], [.. scored.Select(e => scores[e])]);
        return LinearTrainer.Train(_set, Examples(all), _task.Options).Quantise(Header(choices, temperature), _task.MaxWeights);
    }

    /// <summary>Example 2i is case i as written, 2i + 1 as speech.</summary>
    private static TrainingSet ToSet(LinearTask task, IReadOnlyList<TaskCase> cases, LinearModel? emotions, bool speech = true)
    {
        var (features, vector, set) = (new UtteranceFeatures(emotions), new FeatureVector(), new TrainingSet(task.Labels.Count));
        var heard = new SpeechForm(cases.Select(one => one.Input.Text));
        foreach (var one in cases)
        {
            foreach (var input in speech ? new[] { one.Input, Spoken(one.Input, heard) } : [one.Input])
            {
                if (task.InContext)
                {
                    features.Fill(vector, input);
                }
                else
                {
                    features.Fill(vector, input.Text);
                }
                set.Add(vector, one.Targets);
            }
        }
        return set;
    }

    private static TaskCase Lower(TaskCase one) => one with
    {
        Input = new(SpokenText.Normalise(one.Input.Text), SpokenText.Normalise(one.Input.Before ?? ""), SpokenText.Normalise(one.Input.Earlier ?? "")),
    };

    internal static UtteranceInput Spoken(UtteranceInput input, SpeechForm speech) =>
        new(speech.Of(input.Text), input.Before is null ? null : speech.Of(input.Before), input.Earlier is null ? null : speech.Of(input.Earlier));

    private static int[] Examples(IEnumerable<int> cases) => [.. cases.SelectMany(i => new[] { 2 * i, 2 * i + 1 })];

    /// <summary>By example; null for those of other cases.</summary>
    private float[][] OutOfFold(int[] cases, LinearOptions options, int folds = Folds)
    {
        var fold = Learning.Folds.Of([.. cases.Select(i => _sources[i])], Folds, seed: 3);
        var scores = new float[_set.Count][];
        for (var f = 0; f < (cases.Length > Large ? 1 : folds); f++)
        {
            var weights = LinearTrainer.Train(_set, Examples(cases.Where((_, at) => fold[at] != f)), options);
            foreach (var e in Examples(cases.Where((_, at) => fold[at] == f)))
            {
                scores[e] = weights.Score(_set, e);
            }
        }
        return scores;
    }

    private Choices Tune(int[] cases, float[][] scores, LinearOptions options)
    {
        int[] examples = [.. Examples(cases).Where(e => scores[e] is not null)];
        var labels = _task.Labels.Count;
        float[] offsets = !_task.TuneOffsets ? new float[labels] : options.Kind switch
        {
            LinearKind.OneOf => OffsetTuner.ForOneOf([.. examples.Select(e => _cases[e / 2].Right)], [.. examples.Select(e => scores[e])], labels),
            LinearKind.AnyOf => OffsetTuner.ForAnyOf([.. examples.Select(_set.Targets)], [.. examples.Select(e => scores[e])], labels),
            _ => new float[labels],
        };
        return new Choices(options.Kind, offsets);
    }

    private LinearModelHeader Header(Choices choices, float temperature) => new(
        _task.Name, _task.InContext ? UtteranceFeatures.InContext : UtteranceFeatures.Alone, choices.Kind, _task.Labels, _set.Bits, _set.DenseCount, temperature, choices.Offsets, _trainedOn);

    private double On(TaskFigure figure, IEnumerable<int> cases, float[][] scores, Choices choices, bool speech)
    {
        int[] own = [.. cases.Where(i => (figure.File is null || figure.File == _files[i]) && scores[2 * i] is not null)];
        return figure.Of([.. own.Select(i => _cases[i])], [.. own.Select(i => scores[2 * i + (speech ? 1 : 0)])], choices);
    }

    private Interval Spread(TaskFigure figure, float[][] scores, Choices choices, bool speech)
    {
        int[] own = [.. _dev.Where(i => figure.File is null || figure.File == _files[i])];
        return Bootstrap.Of([.. own.Select(i => _sources[i])], drawn => On(figure, drawn.Select(at => own[at]), scores, choices, speech));
    }
}
