using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Scenarios.Files;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What a draft must be so that a patient can be made of it. The rules of scenario files hold too.</summary>
public static class PracticeDraftRules
{
    public const int MostLines = 12;
    private const int MostText = 6_000;
    private const int MostLine = 400;
    private const int MostName = 60;
    private const int MostTitle = 150;

    /// <summary>What the trainee can be asked to do at the moment.</summary>
    public static IReadOnlyList<TraineeAct> Acts { get; } =
    [
        TraineeAct.AcknowledgeFeeling, TraineeAct.Apologise, TraineeAct.Explain, TraineeAct.Offer, TraineeAct.Promise, TraineeAct.CheckUnderstanding, TraineeAct.Hold, TraineeAct.Ask,
    ];

    /// <summary>One sentence for each mistake; none where the draft can be played.</summary>
    public static IReadOnlyList<string> Mistakes(PracticeDraft draft)
    {
        var mistakes = new List<string>();
        Text("a title", draft.Title, MostTitle);
        Text("a situation", draft.Situation, MostText);
        Text("a patient's name", draft.PatientName, MostName);
        Text("a manner", draft.Manner, MostLine);
        Text("what coaches should know", draft.History, MostText);
        Text("what the patient wants", draft.Wants, MostLine);
        Text("a better sentence", draft.Better, MostLine);
        Lines("opening line", draft.Opening, least: 1);
        Lines("line that tells why the patient calls", draft.Says, least: 2);
        if (!Acts.Contains(draft.Needed))
        {
            mistakes.Add("Choose what the trainee must do at the moment.");
        }
        if (draft.Avoid is not null || draft.AvoidWhy is not null)
        {
            Text("what not to say", draft.Avoid, MostLine);
            Text("why not to say it", draft.AvoidWhy, MostLine);
        }
        if (mistakes.Count == 0)
        {
            mistakes.AddRange(ScenarioFile.Check(DraftScenario.Of(draft, "draft")).Select(problem => problem.Reason).Distinct());
        }
        return mistakes;

        void Text(string what, string? text, int most)
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > most)
            {
                mistakes.Add($"Give {what}, with {most} characters at most.");
            }
        }

        void Lines(string what, IReadOnlyList<string>? lines, int least)
        {
            if (lines is null || lines.Count < least || lines.Count > MostLines || lines.Any(line => string.IsNullOrWhiteSpace(line) || line.Length > MostLine))
            {
                mistakes.Add($"Give {least} to {MostLines} {what}s, each with {MostLine} characters at most.");
            }
        }
    }
}
