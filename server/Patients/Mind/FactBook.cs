using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>What the patient knows, what has come out, and what stands before the rest.</summary>
public sealed class FactBook
{
    private readonly Scenario _scenario;
    private readonly DifficultyProfile _profile;
    private readonly Dictionary<string, int> _asked = [];
    private readonly HashSet<string> _revealed = [];
    private readonly LikenessIndex _askedLike;

    public FactBook(Scenario scenario, DifficultyProfile profile)
    {
        (_scenario, _profile) = (scenario, profile);
        _askedLike = new LikenessIndex(
            GenericLanguage.Shared.Weights,
            [.. scenario.Facts.SelectMany((fact, i) => fact.Asked.Append(fact.Is).Select(text => ((IReadOnlyList<string>)HeardWords.Expand(text), i)))],
            scenario.Facts.Count);
    }

    public IReadOnlyCollection<string> Revealed => _revealed;

    public bool IdentityKnown => _scenario.Facts.Where(fact => fact.Identity).All(fact => _revealed.Contains(fact.Id));

    public bool IsRevealed(Fact fact) => _revealed.Contains(fact.Id);

    public bool Reveal(string factId) => _revealed.Add(factId);

    /// <summary>Its words were not heard: it has not come out after all.</summary>
    public void TakeBack(string factId) => _revealed.Remove(factId);

    public int TimesAsked(Fact fact) => _asked.GetValueOrDefault(fact.Id);

    public void CountAsked(Fact fact) => _asked[fact.Id] = TimesAsked(fact) + 1;

    /// <summary>The fact that a question about this topic is after, or null.</summary>
    public Fact? Find(string? topic, string question)
    {
        var like = _askedLike.Best(HeardWords.Expand(question));
        var found = _scenario.Facts.Select((fact, i) => (fact, like: like[i]))
            .Where(pair => topic is null ? pair.like >= 0.5f : Topics.Same(pair.fact.Topic, topic) || pair.like >= 0.7f)
            .Select(pair => (pair.fact, score: pair.like + (Topics.Same(pair.fact.Topic, topic) ? 0.3f : 0) + (IsRevealed(pair.fact) ? 0 : 0.22f)))
            .OrderByDescending(pair => pair.score)
            .ToList();
        return found.Count > 0 ? found[0].fact : topic is null ? null : NearTo(topic, like);
    }

    public bool LooksLike(Fact fact, string question) =>
        _askedLike.Best(HeardWords.Expand(question))[_scenario.Facts.ToList().IndexOf(fact)] >= 0.45f;

    /// <summary>Whether the fact comes out now that it has been asked for.</summary>
    /// <param name="known">Ids of facts that came out, goals met, objections dissolved.</param>
    public bool IsOpen(Fact fact, MoodLevels mood, Func<string, bool> known) => fact.Gate switch
    {
        Gate.Trusted => mood.Trust >= Math.Clamp(fact.Trust + _profile.TrustGate, 0.05, 0.95),
        Gate.AskedTwice => TimesAsked(fact) >= _profile.AskedTwiceAt,
        Gate.After => fact.After.All(known),
        _ => true,
    };

    /// <summary>The next fact that comes out by itself, or null.</summary>
    public Fact? ToVolunteer(Mood mood, Reply reply) => _scenario.Facts.FirstOrDefault(fact =>
        !IsRevealed(fact) && !reply.Parts.Any(part => part.FactId == fact.Id) && (fact.Gate == Gate.Volunteered || (fact.Gate == Gate.VolunteeredWhenUpset && mood.IsUpset)));

    /// <summary>Facts whose value stands in these words ("It's March fourteenth, nineteen sixty-seven").</summary>
    public IEnumerable<Fact> HeardIn(string line)
    {
        var spoken = " " + SpokenText.Normalise(line) + " ";
        return _scenario.Facts.Where(fact => !IsRevealed(fact)
            && fact.ReadBack.Any(form => form.Length > 2 && spoken.Contains(" " + SpokenText.Normalise(form) + " ", StringComparison.Ordinal)));
    }

    /// <summary>A question about emergency signs is a question about symptoms, and the other way round.</summary>
    private Fact? NearTo(string topic, float[] like)
    {
        string[] near = topic switch
        {
            Topics.Emergency => [Topics.Symptom],
            Topics.Symptom => [Topics.Emergency],
            _ => [],
        };
        return _scenario.Facts.Select((fact, i) => (fact, like: like[i]))
            .Where(pair => near.Any(other => Topics.Same(pair.fact.Topic, other)) && pair.like >= 0.3f)
            .OrderByDescending(pair => pair.like).Select(pair => pair.fact).FirstOrDefault();
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep() => Checkpoint.Of(_asked) + Checkpoint.Of(_revealed);
}
