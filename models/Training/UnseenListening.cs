using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;
using RealtimeTraining.Models.Training.Tasks;

namespace RealtimeTraining.Models.Training;

/// <summary>What models of listening make of each utterance of conversations that they did not see, as written and as speech.</summary>
internal sealed class UnseenListening
{
    private readonly List<AnnoMiUtterance> _said;
    private readonly int[] _fold;
    private readonly SpeechForm _heard;
    private readonly UtteranceFeatures _features;
    private readonly ListeningSigns[] _signs;

    /// <param name="videos">A number a call; calls of one video are learned from, or read, together.</param>
    public UnseenListening(IReadOnlyList<AnnoMiCall> calls, IReadOnlyList<int> videos, LinearModel emotions)
    {
        _said = [.. calls.SelectMany(call => call.Utterances)];
        _fold = Folds.Of([.. calls.SelectMany((call, i) => call.Utterances.Select(_ => videos[i]))], TaskTrainer.Folds, seed: 20);
        (_heard, _features) = (new SpeechForm(_said.Select(said => said.Input.Text)), new UtteranceFeatures(emotions));
        var read = TaskList.Listening.ToDictionary(task => task.Name, Probabilities, StringComparer.Ordinal);
        _signs = [.. Enumerable.Range(0, 2 * _said.Count).Select(e =>
        {
            _features.Fill(new FeatureVector(), Input(e).Text);
            var ((words, directives), asked) = (_features.CountWords(), read["question"][e][1]);
            return new ListeningSigns(read["behaviour"][e][2], asked, asked * read["question-kind"][e][1], read["reflection"][e][1], read["complex-reflection"][e][1], words, directives);
        })];
    }

    /// <param name="utterance">Counted through all calls.</param>
    public ListeningSigns Of(int utterance, bool speech) => _signs[2 * utterance + (speech ? 1 : 0)];

    private UtteranceInput Input(int example) => example % 2 == 0 ? _said[example / 2].Input : TaskTrainer.Spoken(_said[example / 2].Input, _heard);

    /// <summary>Calibrated as the model that is shipped is: on what was not seen.</summary>
    private float[][] Probabilities(ListeningTask task)
    {
        var (set, vector, labels) = (new TrainingSet(task.Labels.Count), new FeatureVector(), _said.Select(task.Right).ToArray());
        for (var e = 0; e < 2 * _said.Count; e++)
        {
            _features.Fill(vector, Input(e), task.Features);
            set.Add(vector, Epitome.OneHot(labels[e / 2] ?? 0, task.Labels.Count));
        }
        var scores = new float[set.Count][];
        for (var f = 0; f < TaskTrainer.Folds; f++)
        {
            var weights = LinearTrainer.Train(set, [.. Enumerable.Range(0, set.Count).Where(e => _fold[e / 2] != f && labels[e / 2] is not null)], task.Options);
            foreach (var e in Enumerable.Range(0, set.Count).Where(e => _fold[e / 2] == f))
            {
                scores[e] = weights.Score(set, e);
            }
        }
        int[] labelled = [.. Enumerable.Range(0, set.Count).Where(e => labels[e / 2] is not null)];
        var temperature = OffsetTuner.Temperature(task.Options.Kind, [.. labelled.Select(set.Targets)], [.. labelled.Select(e => scores[e])]);
        return [.. scores.Select(score => Softmax(score, temperature))];
    }

    private static float[] Softmax(float[] scores, float temperature)
    {
        var max = scores.Max();
        float[] powers = [.. scores.Select(score => MathF.Exp((score - max) / temperature))];
        return [.. powers.Select(power => power / powers.Sum())];
    }
}
