using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Finds lines and moments in all recordings of the organisation. The index says in which calls the words are; where they
/// are is read from the sealed, masked lines. Scoped.
/// </summary>
public sealed class SearchReviewsHandler(TrainingDb db, SearchIndexer indexer, SearchKey key, ReviewReader reader, ReviewAudit audit, ICurrentUser user)
{
    private const int MostCharacters = 200;
    private const int MostHits = 20;
    private const int MostHitsOfCall = 5;
    private const int MostWorst = 30;

    /// <summary>Calls that are opened for one page.</summary>
    private const int MostOpened = 60;

    private const int IndexedAtOnce = 20;

    public async Task<Results<Ok<SearchPage>, ProblemHttpResult>> HandleAsync(SearchFilter filter, CancellationToken cancellationToken)
    {
        if (!ReviewCursor.TryRead(filter.Before, out var cursor))
        {
            return Problems.Problem("cursorInvalid", StatusCodes.Status400BadRequest, "The place in the list is not one that this server gave. Search again.");
        }
        var terms = string.IsNullOrWhiteSpace(filter.Words) ? null : SearchTerms.Of(filter.Words);
        if (Mistake(filter, terms) is { } mistake)
        {
            return Problems.Invalid(mistake);
        }
        var notYet = await indexer.CatchUpAsync(user.TenantId, IndexedAtOnce, cancellationToken);
        var calls = Matching(filter, terms);
        var count = await calls.CountAsync(cancellationToken);
        var (hits, next) = terms is null && filter.Order?.Value == SearchOrder.Worst
            ? (await WorstAsync(calls, filter.Moment?.Value, cancellationToken), null)
            : await NewestAsync(calls, filter.Moment?.Value, terms, cursor, cancellationToken);
        foreach (var call in hits.Select(hit => hit.ReviewId).Distinct())
        {
            await audit.NoteOnceAsync(call, ReviewDeed.Found, cancellationToken);
        }
        return TypedResults.Ok(new SearchPage(hits, count, notYet, next));
    }

    private static string? Mistake(SearchFilter filter, SearchTerms? terms) =>
        filter.Words?.Length > MostCharacters || terms?.WordCount > SearchTerms.MostWords ? $"Search for {SearchTerms.MostWords} words at most."
        : terms is { WordCount: 0 } ? "Search for a word: letters or digits."
        : terms is { Indexed.Count: 0 } ? "These words are said in nearly every call. Add one that is not."
        : filter.LeastScore is < 0 or > 100 || filter.MostScore is < 0 or > 100 ? "Scores lie between 0 and 100."
        : null;

    private IQueryable<RecordedCallRow> Matching(SearchFilter filter, SearchTerms? terms)
    {
        var calls = db.RecordedCalls.AsNoTracking().Where(call => call.Status == ReviewStatus.Ready && db.SearchedCalls.Any(done => done.RecordedCallId == call.Id));
        calls = filter.StaffId is { } staff ? calls.Where(call => call.StaffId == staff) : calls;
        calls = filter.Queue is { Length: > 0 } queue ? calls.Where(call => call.Queue == queue) : calls;
        calls = filter.From is { } from ? calls.Where(call => (call.TakenAt != null && call.TakenAt >= from) || (call.TakenAt == null && call.UploadedAt >= from)) : calls;
        calls = filter.To is { } to ? calls.Where(call => (call.TakenAt != null && call.TakenAt < to) || (call.TakenAt == null && call.UploadedAt < to)) : calls;
        calls = filter.LeastScore is { } least ? calls.Where(call => db.SearchedCalls.Any(done => done.RecordedCallId == call.Id && done.Overall >= least)) : calls;
        calls = filter.MostScore is { } most ? calls.Where(call => db.SearchedCalls.Any(done => done.RecordedCallId == call.Id && done.Overall <= most)) : calls;
        if (filter.Moment?.Value is { } kind)
        {
            calls = calls.Where(call => db.SearchMoments.Any(moment => moment.RecordedCallId == call.Id && moment.Kind == kind));
        }
        else if (terms is null)
        {
            calls = calls.Where(call => db.SearchMoments.Any(moment => moment.RecordedCallId == call.Id && moment.Badness > 0));
        }
        foreach (var word in key.Of(user.TenantId, terms?.Indexed ?? []))
        {
            calls = calls.Where(call => db.SearchWords.Any(said => said.RecordedCallId == call.Id && said.Word == word));
        }
        return calls;
    }

    private async Task<(IReadOnlyList<SearchHit> Hits, string? Next)> NewestAsync(
        IQueryable<RecordedCallRow> calls, ReviewMarkKind? kind, SearchTerms? terms, ReviewCursor? cursor, CancellationToken cancellationToken)
    {
        if (cursor is { At: var at })
        {
            calls = calls.Where(call => call.UploadedAt <= at);
        }
        var found = await calls.OrderByDescending(call => call.UploadedAt).ThenByDescending(call => call.Id)
            .Skip(cursor?.Shown ?? 0).Take(MostOpened + 1).ToListAsync(cancellationToken);
        var facts = await FactsAsync(found, cancellationToken);
        var hits = new List<SearchHit>();
        var opened = new List<RecordedCallRow>();
        foreach (var call in found.Take(MostOpened).TakeWhile(_ => hits.Count < MostHits))
        {
            var reading = await reader.ReadAsync(call, reveal: false, cancellationToken);
            hits.AddRange(HitsOf(call, facts, reading, kind, terms).Take(MostHitsOfCall));
            opened.Add(call);
        }
        return (hits, opened.Count < found.Count ? ReviewCursor.After(opened, cursor).ToString() : null);
    }

    private async Task<IReadOnlyList<SearchHit>> WorstAsync(IQueryable<RecordedCallRow> calls, ReviewMarkKind? kind, CancellationToken cancellationToken)
    {
        var moments = db.SearchMoments.Where(moment => moment.Badness > 0 && calls.Any(call => call.Id == moment.RecordedCallId));
        moments = kind is { } only ? moments.Where(moment => moment.Kind == only) : moments;
        var worst = await moments.OrderByDescending(moment => moment.Badness).ThenByDescending(moment => moment.RecordedCallId).ThenBy(moment => moment.Number)
            .Take(MostWorst).ToListAsync(cancellationToken);
        var ids = worst.Select(moment => moment.RecordedCallId).Distinct().ToList();
        var found = await db.RecordedCalls.AsNoTracking().Where(call => ids.Contains(call.Id)).ToListAsync(cancellationToken);
        var facts = await FactsAsync(found, cancellationToken);
        var readings = new Dictionary<Guid, (RecordedCallRow Call, CallReading Reading)>();
        foreach (var call in found)
        {
            readings[call.Id] = (call, await reader.ReadAsync(call, reveal: false, cancellationToken));
        }
        return [.. from moment in worst
                   where readings.ContainsKey(moment.RecordedCallId)
                   let read = readings[moment.RecordedCallId]
                   let mark = read.Reading.Marks.FirstOrDefault(mark => mark.Kind == moment.Kind && mark.StartMs == moment.StartMs)
                   where mark is not null
                   select HitAt(read.Call, facts, read.Reading, mark)];
    }

    private static IEnumerable<SearchHit> HitsOf(RecordedCallRow call, Facts facts, CallReading reading, ReviewMarkKind? kind, SearchTerms? terms)
    {
        if (terms is null)
        {
            return Badness.Of(reading).Where(moment => kind is null ? moment.Badness > 0 : moment.Mark.Kind == kind).Select(moment => HitAt(call, facts, reading, moment.Mark));
        }
        return from index in Enumerable.Range(0, reading.Lines.Count)
               let line = reading.Lines[index]
               let mark = reading.Marks.FirstOrDefault(mark => mark.Line == line.Number && (kind is null || mark.Kind == kind))
               where (kind is null || mark is not null) && terms.AreIn(SearchTerms.Forms(line.Text))
               select Hit(call, facts, reading.Lines, index, line.StartMs, mark);
    }

    private static SearchHit HitAt(RecordedCallRow call, Facts facts, CallReading reading, ReviewMark mark)
    {
        var index = mark.Line is { } number ? reading.Lines.ToList().FindIndex(line => line.Number == number) : -1;
        if (index >= 0)
        {
            return Hit(call, facts, reading.Lines, index, mark.StartMs, mark);
        }
        // Nobody spoke: between two lines.
        var after = reading.Lines.ToList().FindIndex(line => line.StartMs >= mark.EndMs);
        after = after < 0 ? reading.Lines.Count : after;
        return Hit(call, facts, reading.Lines, -1, mark.StartMs, mark) with { Before = FoundLine.At(reading.Lines, after - 1), After = FoundLine.At(reading.Lines, after) };
    }

    private static SearchHit Hit(RecordedCallRow call, Facts facts, IReadOnlyList<ReviewLine> lines, int index, int atMs, ReviewMark? mark) => new(
        call.Id, call.FileName, call.StaffId is { } staff ? facts.Names.GetValueOrDefault(staff) : null, call.TakenAt, call.UploadedAt, call.Queue,
        facts.Scores.GetValueOrDefault(call.Id), atMs, index < 0 ? null : FoundLine.At(lines, index - 1), FoundLine.At(lines, index),
        index < 0 ? null : FoundLine.At(lines, index + 1), mark);

    private async Task<Facts> FactsAsync(IReadOnlyList<RecordedCallRow> calls, CancellationToken cancellationToken)
    {
        var (ids, staff) = (calls.Select(call => call.Id).ToList(), calls.Select(call => call.StaffId).OfType<Guid>().Distinct().ToList());
        return new Facts(
            await db.SearchedCalls.Where(done => ids.Contains(done.RecordedCallId)).ToDictionaryAsync(done => done.RecordedCallId, done => done.Overall, cancellationToken),
            await db.Users.Where(person => staff.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken));
    }

    private sealed record Facts(IReadOnlyDictionary<Guid, int?> Scores, IReadOnlyDictionary<Guid, string> Names);
}
