using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;

namespace RealtimeTraining.Models.Training;

/// <summary>
/// Learns to tell good from poor conversations by behaviours as the model of behaviour finds them, in conversations that it
/// did not see; with a hundred conversations every one is held out in turn, by video.
/// </summary>
internal sealed class CallQualityTrainer
{
    public const string Name = "call-quality";

    private static readonly LinearOptions Options = new() { L2 = 1e-2, DenseScale = 1, Balance = 1, MinExamples = 1 };

    private readonly IReadOnlyList<AnnoMiCall> _calls;
    private readonly TrainingSource _source;
    private readonly TrainingSet _clean, _speech;
    private readonly int[] _videos;

    public CallQualityTrainer(DataFolder data, LinearTask behaviour, LinearModel emotions)
    {
        var path = data.Find(AnnoMi.File) ?? throw new FileNotFoundException($"{Name} is trained on {AnnoMi.File}, which {data.Path} does not have.");
        _source = DataFolder.Source(path, null);
        _calls = AnnoMi.Read(path);
        var videos = _calls.Select(call => call.Video).Distinct().ToList();
        _videos = [.. _calls.Select(call => videos.IndexOf(call.Video))];
        var scores = new TaskTrainer(behaviour, data, emotions).UnseenProbabilities();
        (_clean, _speech) = (Set(scores, 0), Set(scores, 1));
    }

    public int Count => _calls.Count;

    public IReadOnlyList<HeldOutFigure> Unseen()
    {
        var (clean, speech) = (LinearTrainer.OutOfFold(_clean, _videos, Options, folds: 10), LinearTrainer.OutOfFold(_speech, _videos, Options, folds: 10));
        return [.. CallQualityFigures.All.Select(figure => new HeldOutFigure(figure, Spread(figure, clean), null, Spread(figure, speech)))];
    }

    public LinearModel Final()
    {
        int[] all = [.. Enumerable.Range(0, _calls.Count)];
        return LinearTrainer.Train(_clean, all, Options).Quantise(new LinearModelHeader(
            Name, CallQualityFeatures.Name, LinearKind.OneOf, ["low", "high"], _clean.Bits, _clean.DenseCount, 1, [0, 0], [_source]));
    }

    private TrainingSet Set(float[][] probabilities, int form)
    {
        var (set, vector, utterance) = (new TrainingSet(2, bits: 8), new FeatureVector(), 0);
        foreach (var call in _calls)
        {
            CallQualityFeatures.Fill(vector, [.. Enumerable.Range(utterance, call.Utterances.Count).Select(i => probabilities[2 * i + form])]);
            utterance += call.Utterances.Count;
            set.Add(vector, Epitome.OneHot(call.High ? 1 : 0, 2));
        }
        return set;
    }

    private Interval Spread(TaskFigure figure, float[][] scores)
    {
        TaskCase[] cases = [.. _calls.Select(call => new TaskCase(new(""), Epitome.OneHot(call.High ? 1 : 0, 2), call.Video))];
        var choices = new Choices(LinearKind.OneOf, [0, 0]);
        return Bootstrap.Of(_videos, drawn => figure.Of([.. drawn.Select(i => cases[i])], [.. drawn.Select(i => scores[i])], choices));
    }
}
