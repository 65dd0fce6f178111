using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;

namespace RealtimeTraining.Models.Training;

/// <summary>
/// Learns to tell good from poor conversations by what models of listening find in conversations that they did not see; with
/// a hundred conversations every one is held out in turn, by video. Five numbers and a strong penalty: few are poor.
/// </summary>
internal sealed class CallQualityTrainer
{
    public const string Name = "call-quality";

    private static readonly LinearOptions Options = new() { L2 = 0.6, DenseScale = 1, Balance = 1, MinExamples = 1 };

    private readonly IReadOnlyList<AnnoMiCall> _calls;
    private readonly TrainingSource _source;
    private readonly int[] _videos;

    /// <summary>Example 2i is call i as written, 2i + 1 as speech.</summary>
    private readonly TrainingSet _set = new(2, bits: 8);

    public CallQualityTrainer(DataFolder data, LinearModel emotions)
    {
        var path = data.Find(AnnoMi.File) ?? throw new FileNotFoundException($"{Name} is trained on {AnnoMi.File}, which {data.Path} does not have.");
        _source = DataFolder.Source(path, null);
        _calls = AnnoMi.Read(path);
        var videos = _calls.Select(call => call.Video).Distinct().ToList();
        _videos = [.. _calls.Select(call => videos.IndexOf(call.Video))];
        var (unseen, vector, first) = (new UnseenListening(_calls, _videos, emotions), new FeatureVector(), 0);
        foreach (var call in _calls)
        {
            foreach (var speech in new[] { false, true })
            {
                CallQualityFeatures.Fill(vector, [.. Enumerable.Range(first, call.Utterances.Count).Select(said => unseen.Of(said, speech))]);
                _set.Add(vector, Epitome.OneHot(call.High ? 1 : 0, 2));
            }
            first += call.Utterances.Count;
        }
    }

    public int Count => _calls.Count;

    public IReadOnlyList<HeldOutFigure> Unseen()
    {
        var scores = LinearTrainer.OutOfFold(_set, [.. _videos.SelectMany(video => new[] { video, video })], Options, folds: 10);
        return [.. CallQualityFigures.All.Select(figure => new HeldOutFigure(figure, Spread(figure, scores, 0), null, Spread(figure, scores, 1)))];
    }

    public LinearModel Final() => LinearTrainer.Train(_set, [.. Enumerable.Range(0, _set.Count)], Options).Quantise(new LinearModelHeader(
        Name, CallQualityFeatures.Name, LinearKind.OneOf, ["low", "high"], _set.Bits, _set.DenseCount, 1, [0, 0], [_source]));

    private Interval Spread(TaskFigure figure, float[][] scores, int form)
    {
        TaskCase[] cases = [.. _calls.Select(call => new TaskCase(new(""), Epitome.OneHot(call.High ? 1 : 0, 2), call.Video))];
        var choices = new Choices(LinearKind.OneOf, [0, 0]);
        return Bootstrap.Of(_videos, drawn => figure.Of([.. drawn.Select(i => cases[i])], [.. drawn.Select(i => scores[2 * i + form])], choices));
    }
}
