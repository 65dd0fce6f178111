using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// The quality of the listening of a whole call, from what the trainee did with the patient's words: how much was asked, said
/// back and told. On counselling calls such shares separate good from poor better than the words do.
/// </summary>
internal static class ListeningReader
{
    /// <summary>Fewer say nothing about shares.</summary>
    private const int FewestUtterances = 6;
    private const int MostEvidence = 3;

    public static ListeningResult Read(CallStory story, LanguageModels models)
    {
        var lines = story.Trainee.Where(l => l.Reading.Behaviour is not null && !l.IsList).ToList();
        if (lines.Count < FewestUtterances)
        {
            return new ListeningResult(null, 0, 0, 0, 0, story.Trainee.All(l => l.Reading.Behaviour is null) && story.Trainee.Count >= FewestUtterances
                ? "Not judged: this build has no model of listening."
                : $"Not enough to judge: it takes {FewestUtterances} things that you said.", []);
        }
        var asked = lines.Where(l => l.Reading.OpenQuestions + l.Reading.ClosedQuestions > 0).ToList();
        var open = asked.Count(l => l.Reading.OpenQuestions > 0);
        var saidBack = lines.Where(l => l.Reading.Reflection != ReflectionKind.None).ToList();
        var told = lines.Count(l => l.Reading.Behaviour!.Label == "therapist_input");
        var quality = models.CallQuality([.. lines.Select(l => l.Reading.Signs).OfType<ListeningSigns>()]) is { } sure ? (int?)Math.Round(100 * sure) : null;
        return new ListeningResult(quality, Share(asked.Count), asked.Count == 0 ? 0 : Math.Round((double)open / asked.Count, 2), Share(saidBack.Count), Share(told),
            $"Of {lines.Count} things you said, {asked.Count} asked ({open} of them openly), {saidBack.Count} said back what {story.Patient.They} had said, and {told} gave information."
            + (quality is null ? "" : quality >= 60 ? " In such shares it resembles calls that were rated as good listening." : quality <= 40 ? " In such shares it resembles calls that were rated as poor listening." : " Such shares are found in good and poor calls alike."),
            [.. saidBack.Select(l => l.Evidence(l.Reading.First(MarkKind.Reflection)))
                .Concat(asked.Where(l => l.Reading.OpenQuestions > 0).Select(l => l.Evidence(l.Reading.First(MarkKind.OpenQuestion)))).Take(MostEvidence)]);

        double Share(int count) => Math.Round((double)count / lines.Count, 2);
    }
}
