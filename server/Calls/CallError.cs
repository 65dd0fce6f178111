using Microsoft.AspNetCore.SignalR;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// A hub method's refusal: a stable code and a sentence that says what to do. The browser reads "[code] sentence".
/// </summary>
public sealed class CallError(string code, string text) : HubException($"[{code}] {text}")
{
    public string Code => code;

    public string Text => text;

    public static CallError NotFound() => new("callNotFound", "There is no such call, or it is not yours.");

    public static CallError NotRunning() => new("callNotRunning", "This call is not running. The wallboard shows those that are.");

    public static CallError NotInCall() => new("notInCall", "You are not in this call. Open it from the wallboard.");

    public static CallError Ended() => new("callEnded", "This call has ended. Its debrief is in your history.");

    public static CallError ScenarioNotFound(string id) =>
        new("scenarioNotFound", $"The scenario '{id}' is not there any more. Choose another one in the lobby.");

    public static CallError AlreadyRunning(CallId callId) =>
        new("callRunning", $"You already have a call running ({callId}). End it or go on with it first.");

    public static CallError OpusNotTaken() => new("opusNotTaken", "This server does not take Opus. Send the microphone uncompressed.");

    public static CallError TooMany(int running) =>
        new("tooManyCalls", $"All {running} lines of this server are in use. Try again when a call has ended.");
}
