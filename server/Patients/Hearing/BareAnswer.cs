using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>"Maria." after "Who am I talking to?" is an answer to that, though it looks like nothing by itself.</summary>
public static class BareAnswer
{
    private const int LongestWords = 9;

    public static void Complete(List<UnderstoodAct> acts, HeardWords words, string? askedFor)
    {
        if (askedFor is null || words.Count > LongestWords)
        {
            return;
        }
        for (var i = 0; i < acts.Count; i++)
        {
            var act = acts[i];
            if (act.Act == TraineeAct.Unclear || (act.Act == TraineeAct.Tell && act.Topic is null))
            {
                var isName = askedFor == Topics.TraineeName && acts.Count == 1 && words.Count <= 4;
                acts[i] = act with
                {
                    Act = isName ? TraineeAct.IdentifySelf : TraineeAct.Tell,
                    Topic = isName ? null : askedFor,
                    Confidence = Math.Max(act.Confidence, words.Count <= 5 ? 0.5 : 0.42),
                };
            }
        }
    }
}
