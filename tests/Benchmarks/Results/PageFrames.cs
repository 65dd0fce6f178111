using Microsoft.Playwright;

namespace RealtimeTraining.Benchmarks.Results;

/// <summary>The frames of a page, and the main thread's tasks of more than 50 ms, in milliseconds.</summary>
internal sealed class PageFrames
{
    public double[] Long { get; set; } = [];

    public double[] Frames { get; set; } = [];

    /// <summary>From now on.</summary>
    /// <param name="each">What the page does in each frame, a statement that knows the time as <c>now</c>.</param>
    public static Task WatchAsync(IPage page, string each = "") => page.EvaluateAsync($$"""
        () => {
          const found = window.__frames = { long: [], frames: [] };
          new PerformanceObserver((list) => found.long.push(...list.getEntries().map((entry) => entry.duration))).observe({ entryTypes: ['longtask'] });
          let last = performance.now();
          const frame = (now) => { found.frames.push(now - last); last = now; {{each}} requestAnimationFrame(frame); };
          requestAnimationFrame(frame);
        }
        """);

    public static Task<PageFrames> SeenAsync(IPage page) => page.EvaluateAsync<PageFrames>("() => window.__frames");

    /// <param name="what">Begins the names: "page" makes <c>page_frame_ms</c>.</param>
    public IReadOnlyList<BenchResult> Results(string what, params (string, object)[] labels) =>
    [
        BenchResult.Spread($"{what}_frame_ms", "ms", [.. Frames.Skip(1)], labels),
        BenchResult.Single($"{what}_frames_per_second", "", Frames.Length / (Frames.Sum() / 1_000), labels: labels),
        BenchResult.Single($"{what}_longest_task_ms", "ms", Long.DefaultIfEmpty(0).Max(), Long.Length, labels),
    ];
}
