using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Feedback;

/// <summary>Real consultations by their time stamps, against a count that goes through them tick by tick and shares no code with the product.</summary>
public sealed class InterplayTests
{
    public static TheoryData<string> Consultations => Directory.Exists(TimedSegment.Folder) ? [.. Directory.GetFiles(TimedSegment.Folder, "*.json").Select(f => Path.GetFileName(f)).Order()] : ["none"];

    [ConsultationTheory]
    [MemberData(nameof(Consultations))]
    public void The_numbers_of_a_consultation_are_what_its_time_stamps_say(string file)
    {
        var said = TimedSegment.Read(Path.Combine(TimedSegment.Folder, file));
        var numbers = new DebriefWriter(ProductAnalysis.Shared).Write(Record(said)).Numbers;
        var counted = Count(said);
        Assert.Equal(counted.TalkRatio, numbers.TalkRatio!.Value, 3);
        Assert.Equal(counted.OverlapMs, numbers.OverlapMs);
        Assert.Equal(counted.DeadAirMs, numbers.DeadAirMs);
        Assert.Equal(counted.MedianResponseMs, numbers.MedianResponseMs!.Value);
        Assert.Equal(counted.ByDoctor, numbers.Interruptions);
        Assert.Equal(counted.ByPatient, numbers.InterruptedByPatient);
        Assert.Equal(counted.LongestMonologueMs, numbers.LongestMonologueMs);
    }

    /// <summary>Milliseconds are ticked off one by one; turns are found by looking back and forth from each segment.</summary>
    private static (double TalkRatio, int OverlapMs, int DeadAirMs, int MedianResponseMs, int ByDoctor, int ByPatient, int LongestMonologueMs) Count(IReadOnlyList<TimedSegment> said)
    {
        var ticked = new TickedTalk(said);
        var latencies = new List<int>();
        foreach (var answer in said.Where(s => s.Doctor && !s.MmHm))
        {
            var before = said.Where(s => s != answer && (s.StartMs, s.EndMs).CompareTo((answer.StartMs, answer.EndMs)) < 0).OrderByDescending(s => s.StartMs).ThenByDescending(s => s.EndMs).FirstOrDefault();
            if (before is { Doctor: false } && before.EndMs <= answer.StartMs)
            {
                latencies.Add(answer.StartMs - before.EndMs);
            }
        }
        latencies.Sort();
        var median = (int)Math.Round((latencies[(latencies.Count - 1) / 2] + latencies[latencies.Count / 2]) / 2.0);
        return (ticked.TalkRatio, ticked.OverlapMs, ticked.SilentMs(3000), median, Interrupts(doctor: true, ticked.Patient), Interrupts(doctor: false, ticked.Doctor), Longest(said));

        // Three tenths of a second before the first word the other spoke already, and still does a quarter of a second on.
        int Interrupts(bool doctor, bool[] other) => said.Count(s => s.Doctor == doctor && !s.MmHm && s.StartMs >= 300
            && Enumerable.Range(s.StartMs - 300, 300 + 250).All(ms => ms < other.Length && other[ms]));
    }

    private static int Longest(IReadOnlyList<TimedSegment> said)
    {
        var longest = 0;
        foreach (var first in said.Where(s => s.Doctor))
        {
            var end = first.EndMs;
            foreach (var next in said.Where(s => (s.StartMs, s.EndMs).CompareTo((first.StartMs, first.EndMs)) > 0).OrderBy(s => s.StartMs).ThenBy(s => s.EndMs))
            {
                if ((!next.Doctor && !next.MmHm) || (next.Doctor && next.StartMs - end > 2500))
                {
                    break;
                }
                end = next.Doctor ? Math.Max(end, next.EndMs) : end;
            }
            longest = Math.Max(longest, end - first.StartMs);
        }
        return longest;
    }

    private static CallRecord Record(IReadOnlyList<TimedSegment> said)
    {
        List<CallEvent> events = [new CallAnswered { Seq = 1, AtMs = 0 }];
        foreach (var (segment, i) in said.Select((s, i) => (s, i)))
        {
            events.Add(new UtteranceSpoken(segment.Doctor ? Party.Trainee : Party.Patient, i + 1, segment.Text, segment.StartMs, segment.EndMs, false, 1, false) { Seq = i + 2, AtMs = segment.EndMs });
        }
        return new CallRecord(CallId.New(), PracticeScenario.Make(), Difficulty.Beginner, events);
    }

    /// <summary>Runs where the shared data is; skips elsewhere.</summary>
    private sealed class ConsultationTheoryAttribute : TheoryAttribute
    {
        public ConsultationTheoryAttribute() => Skip = Directory.Exists(TimedSegment.Folder) ? null : $"Needs text/primock57 of the shared data: {TimedSegment.Folder} is not there.";
    }
}
