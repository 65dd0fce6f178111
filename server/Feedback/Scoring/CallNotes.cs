using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>What a reader of the debrief should know before reading it.</summary>
internal static class CallNotes
{
    private const int ShortestMs = 20_000;
    private const int FewestUtterances = 3;
    private const double LowConfidence = 0.5;

    /// <summary>Why the call is too short to judge, or null.</summary>
    public static string? TooShort(CallStory story) =>
        story.Trainee.Count < FewestUtterances
            ? $"Too short to judge: you said {Things(story.Trainee.Count)}, and it takes at least {FewestUtterances}."
            : story.DurationMs < ShortestMs
            ? $"Too short to judge: the call lasted {story.DurationMs / 1000} seconds, and it takes at least {ShortestMs / 1000}."
            : null;

    public static IReadOnlyList<string> Of(CallStory story, string? tooShort)
    {
        var notes = new List<string>();
        if (tooShort is not null)
        {
            notes.Add(tooShort);
        }
        switch (story.Ended?.Reason)
        {
            case EndReason.ServerStopped:
                notes.Add("The call was interrupted because the server stopped. It is scored as it stands.");
                break;
            case EndReason.ConnectionLost:
                notes.Add("The call ended because the connection was lost. It is scored as it stands.");
                break;
            case EndReason.SupervisorEnded:
                notes.Add("A supervisor ended the call.");
                break;
            case null:
                notes.Add("The call has no end in its log. It is scored as it stands.");
                break;
            default:
                break;
        }
        if (story.Continued)
        {
            notes.Add("The call was interrupted once and continued; the pause does not count as yours.");
        }
        if (story.Call.Events.OfType<CallPaused>().Any(paused => paused.Paused))
        {
            notes.Add("A supervisor paused this call.");
        }
        if (story.Lines.Any(l => l.Party == Party.Supervisor))
        {
            notes.Add("A supervisor spoke in this call. What the supervisor said is not scored.");
        }
        if (story.Trainee.Count > 0 && story.Trainee.All(l => l.Typed))
        {
            notes.Add("You typed instead of speaking: pace, pauses and voice are not judged.");
        }
        if (!story.Call.OverlapsHeard)
        {
            notes.Add($"Both of you are in one channel, where speaking at once can hardly be heard. Whether you let {story.Patient.Them} finish is neither praised nor scored.");
        }
        var heard = story.Trainee.Where(l => !l.Typed).ToList();
        if (heard.Count > 0 && heard.Average(l => l.Spoken.Confidence) < LowConfidence)
        {
            notes.Add("Your speech was hard to recognise in this call. Take what rests on single words with care.");
        }
        return notes;
    }

    private static string Things(int count) => count switch { 0 => "nothing", 1 => "one thing", _ => $"{count} things" };
}
