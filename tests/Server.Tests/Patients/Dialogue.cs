using System.Text;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>Plays a call with a patient and keeps what was said, to be read and to be tested.</summary>
public sealed class Dialogue
{
    private static readonly ExampleUnderstanding Understanding = new();
    private readonly StringBuilder _text = new();
    private readonly double _wordErrors;
    private readonly SeededRandom _noise;
    private int _utterance;

    public Dialogue(Scenario scenario, Difficulty difficulty, int seed = 1, double wordErrors = 0)
    {
        (_wordErrors, _noise) = (wordErrors, new SeededRandom(seed + 1000));
        Mind = new PatientMind(scenario, difficulty, seed, [], Understanding);
        Take(Mind.Open());
    }

    public PatientMind Mind { get; }

    public List<PatientDecision> Decisions { get; } = [];

    public PatientDecision Last => Decisions[^1];

    public IEnumerable<CallEvent> Events => Decisions.SelectMany(decision => decision.Events);

    public IEnumerable<string> Lines => Decisions.Select(decision => decision.Line).Where(line => line.Length > 0);

    public bool IsOver => Last.EndsCall;

    public PatientDecision Say(string text, bool interrupts = false)
    {
        var heard = _wordErrors > 0 ? WordErrors.Corrupt(text, _wordErrors, _noise) : text;
        _utterance += 2;
        _text.AppendLine($"  T: {heard}");
        return Take(Mind.Hear(new HeardTurn(_utterance, heard, 1, interrupts)));
    }

    public Dialogue SayAll(params string[] texts)
    {
        foreach (var text in texts)
        {
            if (IsOver)
            {
                break;
            }
            Say(text);
        }
        return this;
    }

    public PatientDecision? Silence(int ms) => Mind.Silence(ms) is { } decision ? Take(decision) : null;

    public PatientDecision? Monologue(int ms) => Mind.Monologue(ms) is { } decision ? Take(decision) : null;

    public bool Revealed(string factId) => Events.OfType<FactRevealed>().Any(revealed => revealed.FactId == factId);

    public bool Met(string goalId) => Events.OfType<GoalMet>().Any(met => met.GoalId == goalId);

    public bool Blocked(string blockerId) => Events.OfType<BlockerRaised>().Any(raised => raised.BlockerId == blockerId);

    public string Render() => _text.ToString();

    private PatientDecision Take(PatientDecision decision)
    {
        Decisions.Add(decision);
        var level = Mind.Levels;
        _text.AppendLine($"P: {decision.Line}   [{decision.Act} {decision.Key} {decision.Mood} u{level.Upset:0.00} a{level.Anxiety:0.00} t{level.Trust:0.00} p{level.Patience:0.00}{(decision.EndsCall ? " END" : "")}]");
        foreach (var happened in decision.Events.Where(happened => happened is GoalMet or ObjectionDissolved or BlockerRaised))
        {
            _text.AppendLine($"      * {happened.GetType().Name} {(happened as GoalMet)?.GoalId}{(happened as ObjectionDissolved)?.ObjectionId}{(happened as BlockerRaised)?.BlockerId}");
        }
        if (decision.Events.OfType<UtteranceUnderstood>().FirstOrDefault() is { } understood)
        {
            _text.AppendLine($"      ~ {understood.Confidence:0.00} {string.Join(" | ", understood.Acts.Select(act => $"{act.Act}/{act.Topic} {act.Confidence:0.00} '{act.Text}'"))}");
        }
        return decision;
    }
}
