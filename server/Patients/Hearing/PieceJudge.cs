using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>What one piece of an utterance is taken to be.</summary>
/// <param name="Clarity">The confidence less that of the next best reading: a piece that holds two things is unclear.</param>
public readonly record struct Judged(TraineeAct Act, string? Topic, float Confidence, float Clarity);

/// <summary>Judges the pieces of one utterance by the generic examples, the cues and the scenario's own phrasings.</summary>
public sealed class PieceJudge
{
    /// <summary>The scenario's own phrasing counts before the generic ones from this likeness on.</summary>
    private const float OwnFrom = 0.58f;

    private readonly GenericLanguage _generic = GenericLanguage.Shared;
    private readonly ScenarioLanguage _own;
    private readonly HeardWords _words;
    private readonly GenericLanguage.Spans _spans;
    private readonly LikenessIndex.Spans _ownSpans;
    private readonly float[] _known;
    private readonly ActCues.Places _cues;

    public PieceJudge(HeardWords words, ScenarioLanguage own)
    {
        (_words, _own) = (words, own);
        var features = new SpanFeatures(words.Expanded(0, words.Count));
        (_spans, _ownSpans) = (_generic.Over(features), own.Over(features));
        _cues = new ActCues.Places(features.Words);
        _known = new float[features.Count + 1];
        for (var i = 0; i < features.Count; i++)
        {
            _known[i + 1] = _known[i] + (own.OwnWords.Contains(features.Words[i]) ? 1f : _generic.Known(features.Words[i]));
        }
    }

    /// <summary>For words <paramref name="first"/> up to <paramref name="last"/> as they were heard.</summary>
    public Judged Judge(int first, int last)
    {
        var (start, end) = (_words.ExpandedAt(first), _words.ExpandedAt(last));
        var (acts, topics) = _spans.Judge(start, end);
        var likeness = acts.Max();
        _cues.Apply(start, end, _words.AsksAt(last), acts);
        var act = Greatest(acts);
        var second = Second(acts, act);
        var topic = Greatest(topics);
        var known = (_known[end] - _known[start]) / (end - start);
        var none = _generic.TopicNames.Count;
        var name = topic == none || !TakesTopic((TraineeAct)act) ? null : _generic.TopicNames[topic];
        var topicSure = name is null ? Math.Max(topics[none], 0.5f * acts[act]) : topics[topic];
        if ((TraineeAct)act == TraineeAct.Ask && name is null)
        {
            topicSure = topics[none] * 0.6f;
        }
        var confidence = Math.Min(1f, 0.55f * Math.Min(1f, acts[act]) + 0.45f * topicSure) * (0.3f + 0.7f * known);
        var sure = Math.Min(1f, confidence * 1.15f);
        var judged = new Judged((TraineeAct)act, name, sure, 0.6f * sure + 0.4f * Math.Min(1f, likeness) - 0.25f * Math.Min(1f, second) - (_cues.AsksInside(start, end) ? 0.12f : 0));
        return Own(start, end, judged);
    }

    private Judged Own(int start, int end, Judged generic)
    {
        var likeness = _ownSpans.Best(start, end);
        if (likeness.Length == 0)
        {
            return generic;
        }
        var best = Greatest(likeness);
        var (act, topic) = _own.Labels[best];
        return likeness[best] >= OwnFrom && (likeness[best] >= generic.Confidence * 0.85f || generic.Act == act)
            ? new Judged(act, topic ?? (generic.Act == act ? generic.Topic : null), Math.Max(likeness[best], generic.Act == act ? generic.Confidence : 0), Math.Max(likeness[best] - 0.05f, generic.Act == act ? generic.Clarity : 0))
            : generic;
    }

    /// <summary>A greeting is a greeting whatever it mentions.</summary>
    private static bool TakesTopic(TraineeAct act) => act is TraineeAct.Ask or TraineeAct.Tell or TraineeAct.Explain or TraineeAct.Offer
        or TraineeAct.Promise or TraineeAct.CheckUnderstanding or TraineeAct.Escalate or TraineeAct.Refuse or TraineeAct.Transfer or TraineeAct.Blame or TraineeAct.Order;

    private static float Second(float[] values, int best)
    {
        var second = 0f;
        for (var i = 0; i < values.Length; i++)
        {
            second = i == best ? second : Math.Max(second, values[i]);
        }
        return second;
    }

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
