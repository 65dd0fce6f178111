using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Scenarios;

/// <summary>What the lobby shows.</summary>
/// <param name="Assignment">Null: nobody gave it to the person to practise.</param>
public sealed record ScenarioCard(
    string Id, string Title, ScenarioType Type, Difficulty Difficulty, string Summary, string PatientName, int PatientAge,
    string PatientManner, int ExpectedMinutes, int Attempts, int? BestScore, string? BestLetter, ScenarioAssignment? Assignment);

/// <summary>What the trainee may know before and during the call; nothing that the patient keeps to itself.</summary>
public sealed record ScenarioBriefing(
    ScenarioCard Card, string Situation, PracticeRole Role, int TargetSeconds, IReadOnlyList<string> DoneWhen,
    IReadOnlyList<BriefingPhase> Phases);

public sealed record BriefingPhase(string Id, string Title, FlowPart Part, IReadOnlyList<BriefingPhrase> KeyPhrases);

public sealed record BriefingPhrase(string Id, string Phrase);

/// <summary>A mistake in a scenario file, which is skipped until it is mended.</summary>
public sealed record ScenarioProblem(string File, int Line, int Column, string Reason);

public static class ScenarioEndpoints
{
    public static IEndpointRouteBuilder MapScenarios(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/scenarios").WithTags("Scenarios").RequireAuthorization();
        group.MapGet("/", (ListScenarios handler, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken)).WithName("ListScenarios");
        group.MapGet("/{id}", (string id, GetScenario handler, CancellationToken cancellationToken) => handler.HandleAsync(id, cancellationToken))
            .ProducesProblem(StatusCodes.Status404NotFound).WithName("GetScenario");
        group.MapGet("/problems", Ok<IReadOnlyList<ScenarioProblem>> (ScenarioLibrary library) => TypedResults.Ok(library.Problems))
            .RequireRole(Role.Administrator).WithName("ListScenarioProblems");
        return routes;
    }
}
