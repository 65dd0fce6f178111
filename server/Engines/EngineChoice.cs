using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines;

/// <summary>What runs for a role, what was passed over, and what that means for a trainee.</summary>
/// <param name="Wanted">An engine's name, "auto" or "none".</param>
/// <param name="Running">The engine's name; null when none runs.</param>
/// <param name="Meaning">Plain words, for the lobby: "You can speak: PocketSphinx writes down what you say."</param>
/// <param name="CanSwitch">Another engine can be chosen while the server runs.</param>
public sealed record EngineChoice(
    EngineRole Role, string Wanted, string? Running, string Why, string Meaning, bool Limited, bool CanSwitch, IReadOnlyList<EngineState> Engines);

/// <param name="Failure">Why it failed within the last minute; null when it did not.</param>
/// <param name="Meaning">What it means for a trainee when this one runs, such as that words are sent to another server.</param>
public sealed record EngineState(string Name, bool Available, string Reason, string? Failure, string Meaning);
