using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Calls;

/// <summary>A call in a list.</summary>
/// <param name="Overall">Null while the call runs, was interrupted, or was too short to judge.</param>
/// <param name="CanContinue">It was interrupted and can go on from its log.</param>
public sealed record CallSummary(
    CallId Id, string ScenarioId, string ScenarioTitle, ScenarioType Type, Difficulty Difficulty, string PatientName, string TraineeName,
    CallStatus Status, DateTimeOffset StartedAt, int DurationMs, EndReason? EndReason, int? Overall, string? Letter,
    OutcomeStatus? Outcome, bool CanContinue, bool HasRecording);

/// <param name="Next">Pass as <c>before</c> for the next page; null on the last.</param>
public sealed record CallPage(IReadOnlyList<CallSummary> Calls, string? Next);

/// <summary>A call with everything said in it.</summary>
public sealed record CallDetail(CallSummary Summary, int Seed, IReadOnlyList<TranscriptLine> Transcript, IReadOnlyList<CallEvent> Events);

/// <summary>What was really heard: a line that was cut off is shortened.</summary>
public sealed record TranscriptLine(int Utterance, Party Party, string Text, int StartMs, int EndMs, bool Typed, bool CutOff, double Confidence);

public sealed record AddPhrasing(int Utterance, string Text, TraineeAct Act, string? Topic);

public static class CallEndpoints
{
    public static IEndpointRouteBuilder MapCalls(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/calls").WithTags("Calls").RequireAuthorization();
        group.MapGet("/", Results<Ok<CallPage>, ProblemHttpResult> (
            string? scenarioId, ScenarioType? type, Difficulty? difficulty, CallStatus? status, DateTimeOffset? from, DateTimeOffset? to, string? before, int? take) => throw new NotImplementedException()).WithName("ListCalls");
        group.MapGet("/{id}", Results<Ok<CallDetail>, ProblemHttpResult> (CallId id) => throw new NotImplementedException()).WithName("GetCall");
        group.MapGet("/{id}/events", Results<Ok<CallState>, ProblemHttpResult> (CallId id, long? after) => throw new NotImplementedException()).WithName("GetCallEvents");
        group.MapGet("/{id}/debrief", Results<Ok<Debrief>, ProblemHttpResult> (CallId id) => throw new NotImplementedException()).WithName("GetDebrief");
        // Interrupted calls only: ends the call as it stands and scores it.
        group.MapPost("/{id}/score", Results<Ok<Debrief>, ProblemHttpResult> (CallId id) => throw new NotImplementedException()).WithName("ScoreCall");
        group.MapGet("/{id}/recording", Results<PhysicalFileHttpResult, ProblemHttpResult> (CallId id) => throw new NotImplementedException()).WithName("GetRecording");
        // Coaches only.
        group.MapPost("/{id}/phrasings", Results<NoContent, ProblemHttpResult> (CallId id, AddPhrasing request) => throw new NotImplementedException()).WithName("AddPhrasing");
        return routes;
    }
}
