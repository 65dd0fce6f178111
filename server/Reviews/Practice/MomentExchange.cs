namespace RealtimeTraining.Server.Reviews;

/// <summary>What was said around a moment: the caller's words, and how the member of staff answered them.</summary>
/// <param name="Caller">What the answer was to; null where the caller had said nothing yet.</param>
/// <param name="Reply">What the member of staff said then, up to the caller's next words; may be empty.</param>
/// <param name="Others">What else the caller said, the nearest to the moment first.</param>
public sealed record MomentExchange(ReviewLine? Caller, IReadOnlyList<ReviewLine> Reply, IReadOnlyList<ReviewLine> Others)
{
    /// <param name="lines">In order.</param>
    /// <param name="number">A line of either party.</param>
    public static MomentExchange At(IReadOnlyList<ReviewLine> lines, int number)
    {
        var index = IndexOf(lines, number);
        var callerIndex = index;
        while (callerIndex >= 0 && lines[callerIndex].Speaker == Speaker.Staff)
        {
            callerIndex--;
        }
        // The first words of a call answer nobody.
        var reply = lines.Skip(lines[index].Speaker == Speaker.Staff ? index : callerIndex + 1).SkipWhile(line => line.Speaker != Speaker.Staff)
            .TakeWhile(line => line.Speaker == Speaker.Staff).ToList();
        var caller = callerIndex < 0 ? null : lines[callerIndex];
        var others = lines.Where(line => line.Speaker != Speaker.Staff && line != caller).OrderBy(line => Math.Abs(line.StartMs - lines[index].StartMs)).ToList();
        return new MomentExchange(caller, reply, others);
    }

    private static int IndexOf(IReadOnlyList<ReviewLine> lines, int number)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Number == number)
            {
                return i;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(number), number, "There is no such line.");
    }
}
