using System.Text.Json;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>Typed service calls.</summary>
public static class Star
{
    public const string File = "star-calls.jsonl";

    /// <summary>Turns that count, from the end of a call, when it is judged whether the caller is annoyed.</summary>
    public const int MaxTurns = 60;

    public static IReadOnlyList<StarCall> Read(string file) => [.. System.IO.File.ReadLines(file).Where(line => line.Length > 2).Select(Parse)];

    private static StarCall Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var call = json.RootElement;
        return new StarCall(call.GetProperty("userWorker").GetString() ?? "",
            call.GetProperty("tasks").EnumerateArray().Any(task => task.GetString()!.StartsWith("doctor", StringComparison.Ordinal)),
            call.GetProperty("userAnnoyed").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
            [.. call.GetProperty("turns").EnumerateArray().Select(turn => new StarTurn(turn.GetProperty("who").GetString() == "agent",
                turn.GetProperty("action").GetString(), turn.GetProperty("text").GetString() ?? ""))]);
    }
}

/// <param name="Caller">Who played the caller.</param>
/// <param name="Doctor">A call to a doctor's office, at least in part.</param>
/// <param name="Annoyed">Null where nobody was asked.</param>
public sealed record StarCall(string Caller, bool Doctor, bool? Annoyed, IReadOnlyList<StarTurn> Turns);

public sealed record StarTurn(bool Agent, string? Action, string Text);
