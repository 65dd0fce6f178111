using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>How the patient feels: four levels that the table moves, that drift back, and a label that does not flicker.</summary>
public sealed class Mood
{
    private const double Notable = 0.05;
    private const double Drift = 0.03;

    /// <summary>A label is left only this far below where it was entered.</summary>
    private const double Hysteresis = 0.12;

    private readonly Scenario _scenario;
    private readonly DifficultyProfile _profile;
    private readonly MoodLevels _start;
    private readonly Dictionary<(MoodTrigger, string?), int> _times = [];
    private readonly List<string> _because = [];
    private MoodLevels _shown;
    private MoodLabel _shownLabel;
    private bool _reported;

    public Mood(Scenario scenario, Difficulty difficulty, DifficultyProfile profile)
    {
        (_scenario, _profile) = (scenario, profile);
        var steps = (int)difficulty - (int)scenario.Difficulty;
        var step = DifficultyProfile.StepUp;
        var written = scenario.Mood;
        _start = Levels = Clamp(new MoodLevels(
            written.Upset + steps * step.Upset, written.Anxiety + steps * step.Anxiety,
            Math.Max(written.Trust + steps * step.Trust, 0.05), Math.Max(written.Patience + steps * step.Patience, 0.25)));
        Label = NextLabel(MoodLabel.Calm, relieved: false);
        (_shown, _shownLabel) = (Levels, Label);
    }

    public MoodLevels Levels { get; private set; }

    public MoodLabel Label { get; private set; }

    public bool IsUpset => Label is MoodLabel.Irritated or MoodLabel.Angry;

    /// <param name="size">Of what happened: 1 is usual, a hold of several minutes is more.</param>
    public void Move(MoodTrigger trigger, string? about = null, double size = 1)
    {
        var move = MoodTable.For(_scenario, trigger, about);
        var key = (trigger, move.About);
        var times = _times.GetValueOrDefault(key);
        _times[key] = times + 1;
        var weight = size * Math.Pow(move.Fading, times);
        if (weight < 0.02)
        {
            return;
        }
        Levels = Clamp(new MoodLevels(
            Levels.Upset + weight * move.Upset * (move.Upset > 0 ? _profile.UpsetGain : _profile.Winning),
            Levels.Anxiety + weight * move.Anxiety * (move.Anxiety > 0 ? _profile.UpsetGain : _profile.Winning),
            Levels.Trust + weight * move.Trust * (move.Trust > 0 ? _profile.Winning : _profile.UpsetGain),
            Levels.Patience + weight * move.Patience * (move.Patience > 0 ? _profile.Winning : _profile.PatienceLoss)));
        var because = MoodTable.Because(trigger, _scenario.Patient.Pronoun);
        if (!_because.Contains(because))
        {
            _because.Add(because);
        }
    }

    /// <summary>A turn goes by: feelings drift back towards where they began, less what has been solved; a call wears on patience.</summary>
    /// <param name="solved">Share of the required goals met, 0-1.</param>
    public void Pass(double solved)
    {
        var rest = 1 - 0.7 * solved;
        Levels = Clamp(Levels with
        {
            Upset = Levels.Upset + Drift * (_start.Upset * rest - Levels.Upset),
            Anxiety = Levels.Anxiety + Drift * (_start.Anxiety * rest - Levels.Anxiety),
            Patience = Levels.Patience - 0.006 * _profile.PatienceLoss * (1 - solved),
        });
    }

    public void Settle(bool relieved) => Label = NextLabel(Label, relieved);

    /// <summary>The change since the last one reported, when it is worth reporting.</summary>
    public MoodChanged? Report(bool always = false)
    {
        var moved = new[]
        {
            Levels.Upset - _shown.Upset, Levels.Anxiety - _shown.Anxiety, Levels.Trust - _shown.Trust, Levels.Patience - _shown.Patience,
        }.Max(Math.Abs) >= Notable;
        if (!always && !(moved || Label != _shownLabel))
        {
            return null;
        }
        IReadOnlyList<string> because = _because.Count > 0 ? [.. _because] : [_reported ? "It has been a while." : "This is how the call begins."];
        _because.Clear();
        _reported = true;
        (_shown, _shownLabel) = (Levels, Label);
        return new MoodChanged(Label, Rounded(Levels), because);
    }

    private MoodLabel NextLabel(MoodLabel now, bool relieved)
    {
        double Slack(MoodLabel label) => now == label ? Hysteresis : 0;
        if (Levels.Upset >= 0.75 - Slack(MoodLabel.Angry))
        {
            return MoodLabel.Angry;
        }
        if (Levels.Upset >= 0.5 - Slack(MoodLabel.Irritated) || Levels.Patience < 0.22 + Slack(MoodLabel.Irritated))
        {
            return MoodLabel.Irritated;
        }
        if (relieved && Levels.Anxiety < 0.55 + Slack(MoodLabel.Relieved))
        {
            return MoodLabel.Relieved;
        }
        return Levels.Anxiety >= 0.5 - Slack(MoodLabel.Anxious) ? MoodLabel.Anxious : MoodLabel.Calm;
    }

    private static MoodLevels Clamp(MoodLevels levels) => new(
        Math.Clamp(levels.Upset, 0, 1), Math.Clamp(levels.Anxiety, 0, 1), Math.Clamp(levels.Trust, 0, 1), Math.Clamp(levels.Patience, 0, 1));

    private static MoodLevels Rounded(MoodLevels levels) => new(
        Math.Round(levels.Upset, 3), Math.Round(levels.Anxiety, 3), Math.Round(levels.Trust, 3), Math.Round(levels.Patience, 3));

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var (levels, label, shown, shownLabel, reported) = (Levels, Label, _shown, _shownLabel, _reported);
        return Checkpoint.Of(_times) + Checkpoint.Of(_because)
            + (() => (Levels, Label, _shown, _shownLabel, _reported) = (levels, label, shown, shownLabel, reported));
    }
}
