namespace RealtimeTraining.TestKit;

/// <summary>
/// Who speaks in each millisecond of a conversation, ticked off one by one: what is counted here shares no code with the
/// product, which is measured against it.
/// </summary>
public sealed class TickedTalk
{
    private readonly int _firstMs;

    public TickedTalk(IReadOnlyCollection<TimedSegment> said)
    {
        _firstMs = said.Min(segment => segment.StartMs);
        var length = said.Max(segment => segment.EndMs);
        (Doctor, Patient) = (new bool[length], new bool[length]);
        foreach (var segment in said)
        {
            Array.Fill(segment.Doctor ? Doctor : Patient, true, segment.StartMs, segment.EndMs - segment.StartMs);
        }
        for (var ms = _firstMs; ms < length; ms++)
        {
            DoctorMs += Doctor[ms] ? 1 : 0;
            PatientMs += Patient[ms] ? 1 : 0;
            OverlapMs += Doctor[ms] && Patient[ms] ? 1 : 0;
        }
    }

    /// <summary>Whether the doctor speaks, for each millisecond of the conversation.</summary>
    public bool[] Doctor { get; }

    public bool[] Patient { get; }

    public int DoctorMs { get; }

    public int PatientMs { get; }

    /// <summary>When both speak.</summary>
    public int OverlapMs { get; }

    /// <summary>The doctor's share of all speech.</summary>
    public double TalkRatio => (double)DoctorMs / (DoctorMs + PatientMs);

    /// <summary>All silences of so many milliseconds and more between what is said, added up.</summary>
    public int SilentMs(int atLeast)
    {
        var (sum, silent) = (0, 0);
        for (var ms = _firstMs; ms < Doctor.Length; ms++)
        {
            var speaks = Doctor[ms] || Patient[ms];
            sum += speaks && silent >= atLeast ? silent : 0;
            silent = speaks ? 0 : silent + 1;
        }
        return sum;
    }
}
