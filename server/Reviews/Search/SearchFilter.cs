using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Reviews;

/// <summary>In which order moments are listed.</summary>
public enum SearchOrder
{
    /// <summary>The latest upload first.</summary>
    Newest,

    /// <summary>What went wrong most first; of moments, without words.</summary>
    Worst,
}

/// <param name="Words">That are all in one line; what is in quotes, one after the other. None: moments are found.</param>
/// <param name="Moment">Only this kind; with words, lines that such a moment rests on.</param>
/// <param name="Queue">The whole name, as it was given.</param>
/// <param name="From">The call was then or later; where that is not known, its upload.</param>
/// <param name="To">The call was before.</param>
/// <param name="LeastScore">Of the whole call, 0-100.</param>
/// <param name="MostScore">Of the whole call, 0-100.</param>
/// <param name="Before">The place that the page before gave.</param>
public sealed record SearchFilter(
    string? Words, Named<ReviewMarkKind>? Moment, Guid? StaffId, string? Queue, DateTimeOffset? From, DateTimeOffset? To,
    int? LeastScore, int? MostScore, Named<SearchOrder>? Order, string? Before);
