using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>Runs the models over an utterance, in buffers of its own. Not thread-safe.</summary>
internal sealed class UtteranceReader
{
    private static readonly string[] Warm = ["admiration", "caring", "excitement", "gratitude", "joy", "love", "optimism", "relief"];
    private static readonly string[] Irritated = ["anger", "annoyance", "disapproval", "disgust"];
    private static readonly string[] Angry = ["anger", "annoyance", "disgust"];

    private readonly IReadOnlyDictionary<string, LinearModel> _models;
    private readonly LinearModel? _emotions;
    private readonly UtteranceFeatures _features;
    private readonly FeatureVector _vector = new();

    public UtteranceReader(IReadOnlyDictionary<string, LinearModel> models)
    {
        _models = models;
        _emotions = models.GetValueOrDefault("emotions");
        _features = new UtteranceFeatures(_emotions);
    }

    public UtteranceReading Read(in UtteranceInput input)
    {
        if (_emotions is null || !input.Text.Any(char.IsLetterOrDigit))
        {
            return UtteranceReading.Nothing;
        }
        _features.Fill(_vector, input);
        var emotions = new float[_emotions.Labels.Count];
        _emotions.Probabilities(_features.Emotions, emotions);
        var reading = new UtteranceReading(
            Label("empathy-emotional-reaction") is { } reaction && Label("empathy-interpretation") is { } interpretation && Label("empathy-exploration") is { } exploration
                ? new EmpathyReading(reaction, interpretation, exploration) : null,
            null, null, null,
            _models.TryGetValue("politeness", out var politeness) ? Probabilities(politeness)[0] : null,
            AnyOf(emotions, Warm), AnyOf(emotions, Irritated), AnyOf(emotions, Angry),
            Label("annoyance")?.Probabilities[1],
            Label("agent-action"));
        _features.AddClauses(_vector);
        reading = reading with
        {
            Behaviour = Label("behaviour"),
            Question = Label("question") is { } question && Label("question-kind") is { } kind ? new QuestionReading(question, kind) : null,
            Reflection = Label("reflection"),
        };
        return reading with { Signs = Signs(reading) };
    }

    public float? Annoyance(in UtteranceInput input)
    {
        if (!_models.ContainsKey("annoyance") || !input.Text.Any(char.IsLetterOrDigit))
        {
            return null;
        }
        _features.Fill(_vector, input);
        return Label("annoyance")!.Probabilities[1];
    }

    public float? CallQuality(IReadOnlyList<ListeningSigns> signs)
    {
        if (!_models.ContainsKey("call-quality") || signs.Count == 0)
        {
            return null;
        }
        CallQualityFeatures.Fill(_vector, signs);
        return Label("call-quality")!.Probabilities[1];
    }

    private ListeningSigns? Signs(UtteranceReading reading)
    {
        if (reading is not { Behaviour: { } behaviour, Question: { } question, Reflection: { } reflection } || Label("complex-reflection") is not { } complex)
        {
            return null;
        }
        var (words, directives) = _features.CountWords();
        var asked = question.Present.Probabilities[1];
        return new ListeningSigns(behaviour.Probabilities[2], asked, asked * question.Kind.Probabilities[1], reflection.Probabilities[1], complex.Probabilities[1], words, directives);
    }

    private LabelReading? Label(string name)
    {
        if (!_models.TryGetValue(name, out var model))
        {
            return null;
        }
        Span<float> scores = stackalloc float[model.Labels.Count];
        model.Score(_vector, scores);
        var probabilities = new float[scores.Length];
        model.Probabilities(scores, probabilities);
        var best = model.Best(scores);
        return new LabelReading(model.Labels[best], best, probabilities);
    }

    private float[] Probabilities(LinearModel model)
    {
        Span<float> scores = stackalloc float[model.Labels.Count];
        model.Score(_vector, scores);
        var probabilities = new float[scores.Length];
        model.Probabilities(scores, probabilities);
        return probabilities;
    }

    /// <summary>That at least one is there, as if they were independent.</summary>
    private float AnyOf(float[] probabilities, string[] labels)
    {
        var none = 1f;
        for (var k = 0; k < probabilities.Length; k++)
        {
            none *= labels.Contains(_emotions!.Labels[k]) ? 1 - probabilities[k] : 1;
        }
        return 1 - none;
    }
}
