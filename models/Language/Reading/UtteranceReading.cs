namespace RealtimeTraining.Models.Language.Reading;

/// <summary>
/// What the models make of an utterance. A part is null where its model is not in the build (see <c>models/README.md</c> on
/// licences) and where there were no words.
/// </summary>
/// <param name="Empathy">How the utterance answers what the other side said before.</param>
/// <param name="Politeness">About -3 (rude) to 3; 0 is the middle of what people ask of strangers in writing.</param>
/// <param name="Warmth">The probability, 0 to 1, that care, thanks, joy or praise is in the words.</param>
/// <param name="Irritation">The probability, 0 to 1, that anger, annoyance, disgust or disapproval is.</param>
/// <param name="Anger">The same without disapproval, which may be calm.</param>
/// <param name="Annoyance">The probability, 0 to 1, that a caller who says this is annoyed with the call. Judge a call by
/// <see cref="LanguageModels.Annoyance"/>, which has more to go by.</param>
/// <param name="AgentAction">What somebody who answers the telephone does with it, by the set's names ("ask_name").</param>
public sealed record UtteranceReading(
    EmpathyReading? Empathy, LabelReading? Behaviour, QuestionReading? Question, LabelReading? Reflection,
    float? Politeness, float? Warmth, float? Irritation, float? Anger, float? Annoyance, LabelReading? AgentAction)
{
    /// <summary>What <see cref="LanguageModels.CallQuality"/> judges a call by.</summary>
    public ListeningSigns? Signs { get; init; }

    /// <summary>Of no words.</summary>
    public static UtteranceReading Nothing { get; } = new(null, null, null, null, null, null, null, null, null, null);
}

/// <summary>The three mechanisms of EPITOME (Sharma et al. 2020); labels are "0" (none), "1" (weak) and "2" (strong).</summary>
public sealed record EmpathyReading(LabelReading EmotionalReaction, LabelReading Interpretation, LabelReading Exploration);

/// <param name="Present">"none" or "question".</param>
/// <param name="Kind">"closed" or "open"; means something only where a question is present.</param>
public sealed record QuestionReading(LabelReading Present, LabelReading Kind);

/// <param name="Label">The model's choice. It is tuned for few mistakes on rare labels, and is not always the most probable.</param>
/// <param name="Index">Of the choice among the labels.</param>
/// <param name="Probabilities">By label, calibrated; they sum to 1.</param>
public sealed record LabelReading(string Label, int Index, IReadOnlyList<float> Probabilities)
{
    /// <summary>Of the choice.</summary>
    public float Probability => Probabilities[Index];
}
