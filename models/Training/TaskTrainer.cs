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
    private readonly int[] _fold;
    private readonly int[] _dev;
    private readonly int[] _rest;
    private readonly List<TrainingSource> _trainedOn = [];
    private readonly LinearWeights?[] _foldWeights = new LinearWeights?[Folds];
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
        _fold = Learning.Folds.Of(_sources, Folds, seed: 20);
        _dev = [.. Enumerable.Range(0, cases.Count).Where(i => task.DevFiles.Count > 0 ? task.DevFiles.Contains(_files[i]) : _fold[i] == 0)];
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

    /// <summary>Each fifth of the sources, with a model in its final form that did not see them. For small sets.</summary>
    public IEnumerable<(LinearModel Model, IReadOnlyList<TaskCase> Unseen)> Folded()
    {
        int[] all = [.. Enumerable.Range(0, _cases.Count)];
        var (scores, _) = Tuned();
        var temperature = OffsetTuner.Temperature(_task.Options.Kind, [.. Examples(all).Select(_set.Targets)], scores);
        for (var f = 0; f < Folds; f++)
        {
            var choices = Tune([.. all.Where(i => _fold[i] != f)], scores, _task.Options);
            yield return (_foldWeights[f]!.Quantise(Header(choices, temperature), _task.MaxWeights), [.. all.Where(i => _fold[i] == f).Select(i => _cases[i])]);
        }
    }

    /// <summary>Figures on sources that the weights and the offsets did not see, with 95 % intervals.</summary>
    public IReadOnlyList<HeldOutFigure> HeldOut() => _task.DevFiles.Count > 0 ? OnDev() : EachInTurn();

    private List<HeldOutFigure> OnDev()
    {
        var choices = Tuned().Choices;
        var scores = new HeldOutScores(_set.Count);
        ScoreUnseen(scores, LinearTrainer.Train(_set, Examples(_rest), _task.Options), _dev, choices);
        return Figures(scores, _dev, choices);
    }

    /// <summary>Small sets have each fifth held out in turn: a single fifth says more about its own sources than about the model.</summary>
    private List<HeldOutFigure> EachInTurn()
    {
        int[] all = [.. Enumerable.Range(0, _cases.Count)];
        var (tuned, scores) = (Tuned().Scores, new HeldOutScores(_set.Count));
        for (var f = 0; f < Folds; f++)
        {
            ScoreUnseen(scores, _foldWeights[f]!, [.. all.Where(i => _fold[i] == f)], Tune([.. all.Where(i => _fold[i] != f)], tuned, _task.Options));
        }
        return Figures(scores, all, new Choices(_task.Options.Kind, new float[_task.Labels.Count]));
    }

    /// <summary>Scores of unseen cases by a model in its final form; where each fifth has offsets of its own they are added here.</summary>
    private void ScoreUnseen(HeldOutScores scores, LinearWeights weights, int[] unseen, Choices choices)
    {
        var model = weights.Quantise(Header(choices, 1), _task.MaxWeights);
        var plain = ToSet(_task, [.. unseen.Select(i => Lower(_cases[i]))], _emotions, speech: false);
        var shift = _task.DevFiles.Count == 0 && _task.Options.Kind == LinearKind.OneOf;
        for (var at = 0; at < unseen.Length; at++)
        {
            var e = 2 * unseen[at];
            (scores.Heard[e], scores.Heard[e + 1], scores.Lower[e]) = (_set.Score(model, e), _set.Score(model, e + 1), plain.Score(model, at));
            foreach (var score in shift ? new[] { scores.Heard[e], scores.Heard[e + 1], scores.Lower[e] } : [])
            {
                for (var k = 0; k < score.Length; k++)
                {
                    score[k] += choices.Offsets[k];
                }
            }
        }
    }

    private List<HeldOutFigure> Figures(HeldOutScores scores, int[] cases, Choices choices) => [.. _task.Figures.Select(figure => new HeldOutFigure(figure,
        Spread(figure, cases, scores.Heard, choices, speech: false), Spread(figure, cases, scores.Lower, choices, speech: false), Spread(figure, cases, scores.Heard, choices, speech: true),
        _task.DevFiles.Count > 0 ? null : Spread(figure, _dev, scores.Heard, choices, speech: false)))];

    /// <summary>Scores of every case (but those of a dev file) by a model that did not see its source, and the offsets tuned on them.</summary>
    private (float[][] Scores, Choices Choices) Tuned()
    {
        if (_tuned is null)
        {
            int[] cases = _task.DevFiles.Count > 0 ? _rest : [.. Enumerable.Range(0, _cases.Count)];
            var scores = OutOfFold(cases, _task.Options);
            _tuned = (scores, Tune(cases, scores, _task.Options));
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
                features.Fill(vector, input, task.Features);
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
        // All cases fall into the folds that are held out, so that no offset is tuned on a score whose model saw them.
        var fold = cases.Length == _cases.Count ? _fold : Learning.Folds.Of([.. cases.Select(i => _sources[i])], Folds, seed: 3);
        var scores = new float[_set.Count][];
        for (var f = 0; f < (cases.Length > Large ? 1 : folds); f++)
        {
            var weights = LinearTrainer.Train(_set, Examples(cases.Where((_, at) => fold[at] != f)), options);
            _foldWeights[f] = weights;
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
        _task.Name, _task.Features, choices.Kind, _task.Labels, _set.Bits, _set.DenseCount, temperature, choices.Offsets, _trainedOn);

    private double On(TaskFigure figure, IEnumerable<int> cases, float[][] scores, Choices choices, bool speech)
    {
        int[] own = [.. cases.Where(i => (figure.File is null || figure.File == _files[i]) && scores[2 * i] is not null)];
        return figure.Of([.. own.Select(i => _cases[i])], [.. own.Select(i => scores[2 * i + (speech ? 1 : 0)])], choices);
    }

    private Interval Spread(TaskFigure figure, int[] cases, float[][] scores, Choices choices, bool speech)
    {
        int[] own = [.. cases.Where(i => figure.File is null || figure.File == _files[i])];
        return Bootstrap.Of([.. own.Select(i => _sources[i])], drawn => On(figure, drawn.Select(at => own[at]), scores, choices, speech));
    }
}
