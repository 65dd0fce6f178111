using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>A call with everything said in it.</summary>
public sealed record CallDetail(CallSummary Summary, int Seed, IReadOnlyList<TranscriptLine> Transcript, IReadOnlyList<CallEvent> Events);

/// <summary>What was really heard: a line that was cut off is shortened.</summary>
public sealed record TranscriptLine(int Utterance, Party Party, string Text, int StartMs, int EndMs, bool Typed, bool CutOff, double Confidence);

public static class GetCall
{
    public static async Task<Results<Ok<CallDetail>, ProblemHttpResult>> HandleAsync(
        CallId id, CallAccess access, CallSummaries summaries, TrainingDb db, ICurrentUser user, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } call)
        {
            return CallProblems.NotFound();
        }
        var events = await CallEvents.LoadAsync(db, id, cancellationToken);
        var summary = summaries.Of(call, await access.TraineeNameAsync(call, cancellationToken), user.UserId);
        return TypedResults.Ok(new CallDetail(summary, call.Seed, Transcripts.Of(events), call.SeenBy(user.UserId, events)));
    }
}
