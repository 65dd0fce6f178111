using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.Server.Supervision;

namespace RealtimeTraining.Server.Tests.Storage;

internal static class SampleRows
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static CallRow Call(User trainee) => new()
    {
        Id = Guid.CreateVersion7(),
        TraineeId = trainee.Id,
        ScenarioId = "bill-twice",
        ScenarioJson = "{}",
        ScenarioTitle = "Billed twice",
        ScenarioType = ScenarioType.BillingInquiry,
        PatientName = "Denise Fowler",
        Difficulty = Difficulty.Advanced,
        Seed = 7,
        StartedAt = Monday,
    };

    public static CallEventRow Event(CallRow call, long seq, string json = "{}") => new()
    {
        CallId = call.Id,
        Seq = seq,
        AtMs = (int)seq * 20,
        Type = "callStarted",
        Json = json,
    };

    public static RecordedCallRow Recorded(User coach) => new()
    {
        Id = Guid.CreateVersion7(),
        UploadedBy = coach.Id,
        UploadedAt = Monday,
        ChangedAt = Monday,
        FileName = "call.wav",
        Bytes = 44,
        Queue = "Billing",
        ConsentNoted = true,
    };

    /// <summary>One row of every kind that belongs to a tenant, beside the trainee.</summary>
    public static IReadOnlyList<ITenantOwned> OneOfEach(User trainee)
    {
        var call = Call(trainee);
        var recorded = Recorded(trainee);
        var calibration = new CalibrationRow { Id = Guid.CreateVersion7(), Title = "Tone", MadeBy = trainee.Id, MadeByName = "Priya", MadeAt = Monday };
        return
        [
            recorded,
            new ReviewAuditRow { Id = Guid.CreateVersion7(), At = Monday, PersonId = trainee.Id, PersonName = "Maya", Deed = ReviewDeed.Opened, RecordedCallId = recorded.Id },
            new RecordedLineRow { RecordedCallId = recorded.Id, Number = 1, Channel = 0, StartMs = 0, EndMs = 900, Sealed = [1, 2, 3] },
            new LineCorrectionRow { RecordedCallId = recorded.Id, Line = 1, Version = 1, At = Monday, PersonId = trainee.Id, PersonName = "Maya", Sealed = [1, 2, 3] },
            new JudgementRow { RecordedCallId = recorded.Id, CoachId = trainee.Id, CoachName = "Priya", ChangedAt = Monday, Sealed = [1, 2, 3] },
            new SharedReviewRow { RecordedCallId = recorded.Id, StaffId = trainee.Id, SharedBy = trainee.Id, SharedByName = "Priya", SharedAt = Monday, Sealed = [1, 2, 3] },
            new ReviewAnswerRow
            {
                Id = Guid.CreateVersion7(), RecordedCallId = recorded.Id, StaffId = trainee.Id, StaffName = "Maya", At = Monday, About = AnswerAbout.Score, Category = ScoringCategory.Tone,
                State = AnswerState.Open, Sealed = [1, 2, 3],
            },
            new ImprovementActionRow { Id = Guid.CreateVersion7(), PersonId = trainee.Id, SetBy = trainee.Id, SetByName = "Priya", SetAt = Monday, DueAt = Monday, Sealed = [1, 2, 3] },
            calibration,
            new CalibrationCallRow { CalibrationId = calibration.Id, RecordedCallId = recorded.Id, Number = 1 },
            new CalibrationCoachRow { CalibrationId = calibration.Id, CoachId = trainee.Id, CoachName = "Priya", ResultsSeenAt = Monday },
            new AgreedScoreRow { CalibrationId = calibration.Id, RecordedCallId = recorded.Id, Category = ScoringCategory.Tone, Score = 70, ByName = "Priya", At = Monday, Sealed = [1, 2, 3] },
            new RecordingHoldRow { RecordedCallId = recorded.Id, HeldBy = trainee.Id, HeldByName = "Sam", HeldAt = Monday, Reason = "A claim" },
            new RetentionRow { KeepDays = 90, ChangedBy = trainee.Id, ChangedAt = Monday },
            new SearchedCallRow { RecordedCallId = recorded.Id, Version = 1, StaffChannel = 0, Corrections = 0, Overall = 71 },
            new SearchWordRow { RecordedCallId = recorded.Id, Word = 4_711 },
            new SearchMomentRow { RecordedCallId = recorded.Id, Number = 1, Kind = ReviewMarkKind.DeadAir, StartMs = 900, Badness = 1 },
            new OwnScenarioRow { Id = "moment-1", Title = "A moment", Json = "{}", MadeBy = trainee.Id, ChangedAt = Monday },
            new AssignmentRow { Id = Guid.CreateVersion7(), ScenarioId = "moment-1", PersonId = trainee.Id, AssignedBy = trainee.Id, AssignedByName = "Priya", AssignedAt = Monday },
            new MomentPracticeRow { Id = Guid.CreateVersion7(), RecordedCallId = recorded.Id, Line = 1, Sealed = [1, 2, 3], MadeByName = "Priya", MadeAt = Monday },
            call,
            Event(call, 1),
            new DebriefRow { CallId = call.Id, Json = "{}" },
            new CategoryScoreRow { CallId = call.Id, Category = ScoringCategory.Empathy, TraineeId = trainee.Id, At = Monday, Score = 71 },
            new PhrasingRow { Id = Guid.CreateVersion7(), ScenarioId = call.ScenarioId, Act = TraineeAct.Apologise, Text = "so sorry", AddedBy = trainee.Id, AddedAt = Monday },
            new SupervisionRow
            {
                Id = Guid.CreateVersion7(), CallId = call.Id, SupervisorId = trainee.Id, SupervisorName = "Ruth", TraineeName = "Maya", ScenarioTitle = call.ScenarioTitle,
                Act = SupervisionAct.Listened, StartedAt = Monday, AtMs = 1_000,
            },
            new SupervisionPolicyRow { ShowListening = false, ChangedBy = trainee.Id, ChangedAt = Monday },
        ];
    }
}
