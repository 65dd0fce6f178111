using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>Understands by likeness to examples: generic ones, the scenario's own and those that coaches added. No file of weights is needed.</summary>
public sealed class ExampleUnderstanding : IUtteranceUnderstanding
{
    /// <summary>Below this a piece is unclear.</summary>
    private const float ClearFrom = 0.4f;

    private const double SureOfCourtesies = 0.9;

    public Understanding Understand(string text, UnderstandingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var words = new HeardWords(text);
        if (words.Count == 0)
        {
            return new Understanding([], 0);
        }
        var own = ScenarioLanguage.Of(context.Scenario, context.AddedPhrasings);
        var pieces = UtteranceCutter.Cut(words, new PieceJudge(words, own).Judge);
        var acts = JoinedAsks.Split(Named(words, pieces), own).ToList();
        BareAnswer.Complete(acts, words, context.PatientAskedFor);
        Merge(acts);
        return new Understanding(acts, Whole(acts));
    }

    private static IEnumerable<UnderstoodAct> Named(HeardWords words, IReadOnlyList<Piece> pieces)
    {
        foreach (var piece in pieces)
        {
            var text = words.Piece(piece.Start, piece.End);
            var judged = piece.Judged;
            if (TraineeName.Find(words, piece.Start, piece.End) is not null && judged.Act is not (TraineeAct.Ask or TraineeAct.CheckUnderstanding))
            {
                yield return new UnderstoodAct(TraineeAct.IdentifySelf, null, Math.Max(0.75, judged.Confidence), text);
            }
            else if (EverydayWords.In(words.Expanded(piece.Start, piece.End)) is { } said)
            {
                yield return new UnderstoodAct(said.Act, said.Topic, SureOfCourtesies, text);
            }
            else
            {
                var act = judged is { Act: TraineeAct.Ask, Topic: Topics.Appointment } && ProposedTime.IsIn(text) ? TraineeAct.Offer : judged.Act;
                yield return new UnderstoodAct(judged.Confidence < ClearFrom ? TraineeAct.Unclear : act, judged.Topic, Math.Round(judged.Confidence, 3), text);
            }
        }
    }

    /// <summary>Neighbours that are the same thing are one.</summary>
    private static void Merge(List<UnderstoodAct> acts)
    {
        for (var i = acts.Count - 2; i >= 0; i--)
        {
            var (one, next) = (acts[i], acts[i + 1]);
            if (one.Act == next.Act && (one.Topic == next.Topic || one.Act == TraineeAct.Unclear))
            {
                acts[i] = one with { Text = one.Text + " " + next.Text, Confidence = Math.Max(one.Confidence, next.Confidence) };
                acts.RemoveAt(i + 1);
            }
        }
    }

    /// <summary>Weighted by length; one clear question is enough to go on, as it is for people.</summary>
    private static double Whole(List<UnderstoodAct> acts)
    {
        double sum = 0;
        double length = 0;
        double clearest = 0;
        foreach (var act in acts)
        {
            sum += act.Confidence * act.Text.Length;
            length += act.Text.Length;
            clearest = Math.Max(clearest, act.Act == TraineeAct.Unclear ? 0 : act.Confidence);
        }
        return length == 0 ? 0 : Math.Round(Math.Max(sum / length, 0.75 * clearest), 3);
    }
}
