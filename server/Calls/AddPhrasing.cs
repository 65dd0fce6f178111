using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>What a coach says the trainee meant by an utterance that the patient misunderstood.</summary>
public sealed record AddPhrasingRequest(string Text, TraineeAct Act, string? Topic);

/// <summary>Teaches a scenario's patient a way of saying something. From the next call on it is understood.</summary>
public static class AddPhrasing
{
    private const int MaxCharacters = 300;

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        CallId id, AddPhrasingRequest request, CallAccess access, TrainingDb db, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } call)
        {
            return CallProblems.NotFound();
        }
        var text = SpokenText.Normalise(request.Text ?? "");
        if (text.Length is 0 or > MaxCharacters)
        {
            return Problems.Problem("phrasingLength", StatusCodes.Status400BadRequest, $"Write the phrasing in words, {MaxCharacters} characters at most.");
        }
        if (!Enum.IsDefined(request.Act) || request.Topic is { Length: 0 or > 100 })
        {
            return Problems.Problem("phrasingMeaning", StatusCodes.Status400BadRequest, "Choose what was done and, where it fits, what it was about.");
        }
        db.Phrasings.Add(new PhrasingRow
        {
            Id = Guid.CreateVersion7(),
            ScenarioId = call.ScenarioId,
            Act = request.Act,
            Topic = request.Topic,
            Text = text,
            AddedBy = user.UserId,
            AddedAt = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
