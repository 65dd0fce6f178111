using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.TestKit.Listening;

/// <summary>What became of a line.</summary>
/// <param name="CutInto">The words and the reason of each end that was seen before the line was over.</param>
/// <param name="WaitMs">Last sound of the line → its turn was taken to be over; null when it never was.</param>
/// <param name="ReadyMs">Last sound of the line → its words were written down, so that a reply could be prepared; null as above.</param>
/// <param name="Heard">All words of the line.</param>
/// <param name="Reason">Why the turn ended.</param>
public sealed record RehearsedTurn(RehearsedLine Line, IReadOnlyList<string> CutInto, int? WaitMs, int? ReadyMs, string Heard, string Reason)
{
    public bool IsCutInto => CutInto.Count > 0;

    /// <param name="atMs">Where the line begins on the call's clock.</param>
    internal static RehearsedTurn Of(RehearsedLine line, int atMs, IReadOnlyList<CallCommand> told)
    {
        var endMs = atMs + line.EndMs;
        var over = told.OfType<CallCommand.TurnOver>().Select(command => command.Heard).ToList();
        var end = over.FirstOrDefault(heard => heard.EndpointMs >= endMs);
        var written = told.OfType<CallCommand.TurnMayBeOver>().Select(command => command.Heard.FinalMs).LastOrDefault(at => at >= endMs);
        return new RehearsedTurn(
            line, [.. over.Where(heard => heard.EndpointMs < endMs).Select(heard => $"\"{heard.Transcript.Text}\": {heard.EndpointReason}")],
            end?.EndpointMs - endMs, end is null ? null : (written > 0 ? written : end.FinalMs) - endMs,
            string.Join(' ', over.Select(heard => heard.Transcript.Text)), end?.EndpointReason ?? "");
    }
}
