using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>What one piece of an utterance is taken to be.</summary>
public readonly record struct Judged(TraineeAct Act, string? Topic, float Confidence);

/// <summary>Judges a piece of an utterance by the generic examples, the cues and the scenario's own phrasings.</summary>
public sealed class PieceJudge(GenericLanguage generic, ScenarioLanguage own)
{
    /// <summary>The scenario's own phrasing counts before the generic ones from this likeness on.</summary>
    private const float OwnFrom = 0.58f;

    public Judged Judge(IReadOnlyList<string> words, bool questionMark)
    {
        if (words.Count == 0)
        {
            return new Judged(TraineeAct.Unclear, null, 0);
        }
        var (acts, topics) = generic.Judge(words);
        ActCues.Apply(words, questionMark, acts);
        var act = Greatest(acts);
        var topic = Greatest(topics);
        var known = Known(words);
        var none = generic.TopicNames.Count;
        var name = topic == none || !TakesTopic((TraineeAct)act) ? null : generic.TopicNames[topic];
        var topicSure = name is null ? Math.Max(topics[none], 0.5f * acts[act]) : topics[topic];
        if ((TraineeAct)act == TraineeAct.Ask && name is null)
        {
            topicSure = topics[none] * 0.6f;
        }
        var confidence = Math.Min(1f, 0.55f * Math.Min(1f, acts[act]) + 0.45f * topicSure) * (0.3f + 0.7f * known);
        var judged = new Judged((TraineeAct)act, name, Math.Min(1f, confidence * 1.15f));
        return Own(words, judged);
    }

    private Judged Own(IReadOnlyList<string> words, Judged generic)
    {
        var likeness = own.Judge(words);
        if (likeness.Length == 0)
        {
            return generic;
        }
        var best = Greatest(likeness);
        var (act, topic) = own.Labels[best];
        return likeness[best] >= OwnFrom && (likeness[best] >= generic.Confidence * 0.85f || generic.Act == act)
            ? new Judged(act, topic ?? (generic.Act == act ? generic.Topic : null), Math.Max(likeness[best], generic.Act == act ? generic.Confidence : 0))
            : generic;
    }

    private float Known(IReadOnlyList<string> words)
    {
        var sum = 0f;
        foreach (var word in words)
        {
            sum += own.OwnWords.Contains(word) ? 1f : generic.Known([word]);
        }
        return sum / words.Count;
    }

    /// <summary>A greeting is a greeting whatever it mentions.</summary>
    private static bool TakesTopic(TraineeAct act) => act is TraineeAct.Ask or TraineeAct.Tell or TraineeAct.Explain or TraineeAct.Offer
        or TraineeAct.Promise or TraineeAct.CheckUnderstanding or TraineeAct.Escalate or TraineeAct.Refuse or TraineeAct.Transfer or TraineeAct.Blame or TraineeAct.Order;

    private static int Greatest(float[] values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
