using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>Silence and hold: waits, wonders aloud, and after two questions that nobody answers hangs up.</summary>
public sealed class DeadAir(MindState mind)
{
    /// <summary>"Bear with me" buys this much more silence.</summary>
    private const double AMoment = 3;
    private const int LongHoldMs = 45_000;

    private int _asked;
    private int _lastMs;
    private int _askedAtMs;
    private bool _onHold;

    /// <summary>What is still to be said about having been kept on hold: the name of the lines, or null.</summary>
    public static void SomebodyCameBack(MindState mind, int heldMs)
    {
        if (heldMs < 3_000)
        {
            return;
        }
        mind.Mood.Move(MoodTrigger.PutOnHold, size: Math.Clamp(heldMs / 30_000.0, 0.3, 4));
        mind.HoldGrumble = heldMs < LongHoldMs ? null : mind.Memory.PromisedTime is null ? "heldLong" : "heldPromise";
    }

    public Reply? Notice(int silenceMs)
    {
        if (_onHold)
        {
            return null;
        }
        if (silenceMs < _lastMs)
        {
            _askedAtMs = 0;
        }
        _lastMs = silenceMs;
        var waits = (int)(mind.Profile.SilenceMs * (mind.Memory.GaveAMoment && _asked == 0 ? AMoment : 1));
        if (silenceMs - _askedAtMs < waits)
        {
            return null;
        }
        _askedAtMs = silenceMs;
        _asked++;
        mind.Mood.Move(MoodTrigger.Silence);
        var reply = new Reply();
        if (_asked > 2)
        {
            reply.Add(PatientAct.HangUp, "generic:silentHangUp", "Nobody answered twice.", mind.Generic("silentHangUp"));
            reply.EndsCall = true;
        }
        else
        {
            reply.Add(PatientAct.AnyoneThere, "generic:anyoneThere", $"Silence for {silenceMs / 1000} seconds.", mind.Line(PatientAct.AnyoneThere, "anyoneThere"));
        }
        return reply;
    }

    public void SomebodySpoke() => (_asked, _lastMs, _askedAtMs) = (0, 0, 0);

    public void PatientSpoke() => mind.Memory.GaveAMoment &= _asked == 0;

    public void Hold(bool onHold, int heldMs)
    {
        if (_onHold && !onHold)
        {
            SomebodyCameBack(mind, heldMs);
        }
        _onHold = onHold;
        SomebodySpoke();
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var (asked, lastMs, askedAtMs, onHold) = (_asked, _lastMs, _askedAtMs, _onHold);
        return () => (_asked, _lastMs, _askedAtMs, _onHold) = (asked, lastMs, askedAtMs, onHold);
    }
}
