using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>
/// What every patient understands: an act and a topic classifier and a likeness index over the generic examples.
/// Learned once a process, in some tenths of a second; thread-safe.
/// </summary>
public sealed class GenericLanguage
{
    private static readonly Lazy<GenericLanguage> Instance = new(() => new GenericLanguage(ExampleLibrary.Load()));

    private static readonly string[] Beginnings = ["okay", "and", "alright", "so", "great", "um", "thank you", "okay and", "yes", "now"];

    private readonly ExampleClassifier _acts;
    private readonly ExampleClassifier _topics;
    private readonly LikenessIndex _index;
    private readonly (TraineeAct Act, int Topic)[] _labels;

    private GenericLanguage(IReadOnlyList<Example> examples)
    {
        TopicNames = [.. examples.Select(example => example.Topic).OfType<string>().Distinct()];
        var expanded = examples.Select(example => (example.Act, Topic: TopicNumber(example.Topic), Words: HeardWords.Expand(example.Text), example.Framed)).ToList();
        Weights = FeatureWeights.Learn(expanded.Select(example => example.Words));
        var noisy = expanded.Concat(Noisy(expanded)).ToList();
        _acts = Classifier(noisy, example => (int)example.Act, Enum.GetValues<TraineeAct>().Length);
        _topics = Classifier(noisy, example => example.Topic, TopicNames.Count + 1);
        _labels = [.. expanded.Select(example => (example.Act, example.Topic)).Distinct()];
        var numbers = _labels.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i);
        // Every frame is there for the classifiers; for likeness one in three will do.
        _index = new LikenessIndex(
            Weights,
            [.. expanded.Where((example, i) => !example.Framed || i % 3 == 0).Select(example => ((IReadOnlyList<string>)example.Words, numbers[(example.Act, example.Topic)]))],
            _labels.Length);
    }

    public static GenericLanguage Shared => Instance.Value;

    public FeatureWeights Weights { get; }

    public IReadOnlyList<string> TopicNames { get; }

    /// <summary>Prepares an utterance, of which any span can then be judged cheaply.</summary>
    public Spans Over(SpanFeatures features) => new(this, features);

    /// <summary>How much the patient knows the word, 0-1: a misheard word may still be known in part.</summary>
    public float Known(string word) => Weights.Knows(PhraseFeatures.WordId(word)) ? 1f : PartlyKnown(word);

    /// <summary>An utterance as all patients hear it.</summary>
    public sealed class Spans(GenericLanguage language, SpanFeatures features)
    {
        private readonly ExampleClassifier.Spans _acts = language._acts.Over(features);
        private readonly ExampleClassifier.Spans _topics = language._topics.Over(features);
        private readonly LikenessIndex.Spans _index = language._index.Over(features);

        /// <summary>For each act and each topic (the last is "none"), how much the words look like it, 0-1.</summary>
        public (float[] Acts, float[] Topics) Judge(int start, int end)
        {
            var acts = _acts.Probabilities(start, end);
            var topics = _topics.Probabilities(start, end);
            var likeActs = new float[acts.Length];
            var likeTopics = new float[topics.Length];
            var likeness = _index.Best(start, end);
            for (var i = 0; i < likeness.Length; i++)
            {
                var (act, topic) = language._labels[i];
                likeActs[(int)act] = Math.Max(likeActs[(int)act], likeness[i]);
                likeTopics[topic] = Math.Max(likeTopics[topic], likeness[i]);
            }
            Mix(acts, likeActs);
            Mix(topics, likeTopics);
            return (acts, topics);
        }
    }

    private float PartlyKnown(string word)
    {
        var letters = PhraseFeatures.Of([word]);
        return letters.Count <= 2 ? 0.3f : 0.7f * letters.Skip(2).Count(feature => Weights.Knows(feature.Id)) / (letters.Count - 2);
    }

    private static void Mix(float[] probabilities, float[] likeness)
    {
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = 0.65f * probabilities[i] + 0.35f * likeness[i];
        }
    }

    private int TopicNumber(string? topic)
    {
        if (topic is not null)
        {
            for (var i = 0; i < TopicNames.Count; i++)
            {
                if (TopicNames[i] == topic)
                {
                    return i;
                }
            }
        }
        return TopicNames.Count;
    }

    private static ExampleClassifier Classifier(
        IReadOnlyList<(TraineeAct Act, int Topic, List<string> Words, bool Framed)> examples,
        Func<(TraineeAct Act, int Topic, List<string> Words, bool Framed), int> classOf, int classes)
    {
        var sizes = examples.GroupBy(classOf).ToDictionary(group => group.Key, group => group.Count());
        var typical = sizes.Values.Order().ElementAt(sizes.Count / 2);
        return new ExampleClassifier(
            [.. examples.Select(example => ((IReadOnlyList<string>)example.Words, classOf(example), Math.Clamp(MathF.Sqrt((float)typical / sizes[classOf(example)]), 0.25f, 2f)))],
            classes);
    }

    /// <summary>Each example once more as a recogniser might have it: a word missing or cut short, something said before it.</summary>
    private static IEnumerable<(TraineeAct Act, int Topic, List<string> Words, bool Framed)> Noisy(
        IReadOnlyList<(TraineeAct Act, int Topic, List<string> Words, bool Framed)> examples)
    {
        var random = new SeededRandom(5);
        foreach (var example in examples)
        {
            var words = new List<string>(example.Words);
            if (words.Count >= 4)
            {
                words.RemoveAt(random.Next(words.Count));
            }
            var longest = words.IndexOf(words.MaxBy(word => word.Length)!);
            if (words[longest].Length >= 6 && random.Next(3) == 0)
            {
                words[longest] = words[longest][..^2];
            }
            if (random.Next(2) == 0)
            {
                words.InsertRange(0, HeardWords.Expand(Beginnings[random.Next(Beginnings.Length)]));
            }
            yield return example with { Words = words };
        }
    }
}
