namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>What the page of a recorded call saw of itself, in milliseconds since its document began to load.</summary>
internal sealed class PageProbe
{
    /// <summary>The link to a recording was clicked; null: the address was opened.</summary>
    public double? ClickedAt { get; set; }

    /// <summary>All lines stand in the document, can be clicked, and have been painted.</summary>
    public double LinesAt { get; set; }

    /// <summary>The waveform has been drawn and painted.</summary>
    public double WaveAt { get; set; }

    /// <summary>Tasks of the main thread of more than 50 ms.</summary>
    public Span[] Long { get; set; } = [];

    public Fetched[] Fetches { get; set; } = [];

    /// <summary>Until all of it is there and the main thread has no more long tasks.</summary>
    public double InteractiveMs => new[] { LinesAt, WaveAt, Long.Select(task => task.EndAt).DefaultIfEmpty(0).Max() }.Max() - (ClickedAt ?? 0);

    /// <summary>Notes all of it in <c>window.__review</c>.</summary>
    public static string Script => """
        (() => {
          const seen = window.__review = { clickedAt: null, linesAt: null, waveAt: null, long: [] };
          new PerformanceObserver((list) => seen.long.push(...list.getEntries().map(({ startTime, duration }) => ({ fromAt: startTime, endAt: startTime + duration })))).observe({ type: 'longtask', buffered: true });
          addEventListener('click', (event) => { if (event.target.closest?.('a[href^="/reviews/"]')) { seen.clickedAt = event.timeStamp; seen.long.length = 0; } }, true);
          // What is in the document in one frame is on the screen in the next.
          const painted = (name) => { seen[name] = 0; requestAnimationFrame(() => (seen[name] = performance.now())); };
          const look = () => {
            const lines = document.querySelector('ol[aria-label="Transcript"]');
            if (seen.linesAt === null && lines?.querySelector('button:enabled')) painted('linesAt');
            const wave = document.querySelector('[role=img][aria-label^="The sound of the call"] > div')?.shadowRoot;
            if (seen.waveAt === null && [...(wave?.querySelectorAll('canvas') ?? [])].some(({ width }) => width > 0)) painted('waveAt');
            if (seen.linesAt === null || seen.waveAt === null) requestAnimationFrame(look);
          };
          look();
        })();
        """;

    /// <summary>Whether all is there and no long task has ended for a second.</summary>
    public const string IsQuiet = """
        () => {
          const { linesAt, waveAt, long } = window.__review;
          return Boolean(linesAt && waveAt) && performance.now() - Math.max(linesAt, waveAt, ...long.map(({ endAt }) => endAt)) > 1000;
        }
        """;

    public const string Read = """
        () => ({
          ...window.__review,
          fetches: performance.getEntriesByType('resource').filter(({ name }) => /\/(reading|outline)(\?|$)/.test(name))
            .map(({ name, duration, decodedBodySize }) => ({ what: name.includes('/outline') ? 'outline' : 'reading', ms: duration, bytes: decodedBodySize })),
        })
        """;

    internal sealed class Span
    {
        public double FromAt { get; set; }

        public double EndAt { get; set; }
    }

    internal sealed class Fetched
    {
        public string What { get; set; } = "";

        public double Ms { get; set; }

        public double Bytes { get; set; }
    }
}
