using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>
/// From words to what the models see; the same in training and in use. Holds buffers, so each thread needs one of its own.
/// </summary>
/// <param name="emotions">Reads emotions from the text alone; what it finds are features for the models that read in context.</param>
public sealed class UtteranceFeatures(LinearModel? emotions = null)
{
    /// <summary>Weight files name the features they were trained on; a change of these changes the name.</summary>
    public const string Alone = "alone-1", InContext = "context-1", InClauses = "clauses-1";

    private readonly TextTokens _text = new(), _before = new(), _earlier = new();
    private readonly FeatureVector _alone = new();
    private readonly HashSet<uint> _heard = [];
    private readonly float[] _scores = new float[emotions?.Labels.Count ?? 0];
    private readonly float[] _scoresBefore = new float[emotions?.Labels.Count ?? 0];

    /// <summary>The scores of the emotions in the text that was read last in context.</summary>
    public ReadOnlySpan<float> Emotions => _scores;

    /// <summary>Of the text alone.</summary>
    public void Fill(FeatureVector vector, string text)
    {
        ArgumentNullException.ThrowIfNull(vector);
        _text.Read(text);
        FillAlone(vector, _text);
    }

    /// <summary>Of the text, what it answers, and what went before.</summary>
    /// <exception cref="InvalidOperationException">There is no model of emotions.</exception>
    public void Fill(FeatureVector vector, in UtteranceInput input)
    {
        var model = emotions ?? throw new InvalidOperationException("Features in context need the model of emotions.");
        Fill(vector, input.Text);
        model.Score(vector, _scores);
        _before.Read(input.Before);
        FillAlone(_alone, _before);
        model.Score(_alone, _scoresBefore);
        _earlier.Read(input.Earlier);
        NgramFeatures.Add(vector, _before, 1, NgramOptions.Context);
        NgramFeatures.Add(vector, _earlier, 2, NgramOptions.Context);
        AddEmotions(vector, _text, _scores);
        AddEmotions(vector, _before, _scoresBefore);
        DenseFeatures.AddText(vector, _before, 0, _before.Count);
        DenseFeatures.AddLikeness(vector, _text, _before, _heard);
        DenseFeatures.AddLikeness(vector, _text, _earlier, _heard);
    }

    /// <summary>To the features in context: how the sentences of the same text begin and end.</summary>
    public void AddClauses(FeatureVector vector) => ClauseFeatures.Add(vector, _text);

    /// <summary>What a model sees that was trained on features of this name.</summary>
    /// <exception cref="ArgumentException">There are none of this name.</exception>
    public void Fill(FeatureVector vector, in UtteranceInput input, string features)
    {
        switch (features)
        {
            case Alone:
                Fill(vector, input.Text);
                break;
            case InContext:
                Fill(vector, input);
                break;
            case InClauses:
                Fill(vector, input);
                AddClauses(vector);
                break;
            default:
                throw new ArgumentException($"No features are called \"{features}\".", nameof(features));
        }
    }

    /// <summary>Of the text that was read last: its words, and how many of them direct.</summary>
    public (int Words, int Directives) CountWords() => (_text.Words, DirectiveWords.Count(_text));

    private static void FillAlone(FeatureVector vector, TextTokens tokens)
    {
        vector.Clear();
        NgramFeatures.Add(vector, tokens, 0, NgramOptions.Whole);
        DenseFeatures.AddText(vector, tokens, 0, tokens.Count);
    }

    private static void AddEmotions(FeatureVector vector, TextTokens tokens, ReadOnlySpan<float> scores)
    {
        foreach (var score in scores)
        {
            // A bounded score: how sure, and not only whether.
            vector.AddDense(tokens.Words == 0 ? 0 : Math.Clamp(score, -8, 4) / 4);
        }
    }
}
