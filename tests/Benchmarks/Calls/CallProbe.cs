using System.Text.Json;
using Microsoft.Playwright;
using RealtimeTraining.Server.Http;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>A cue that has appeared in the page.</summary>
public sealed record CueSeen(double AtMs, string Text);

/// <summary>What the page saw of a call, on the page's own clock.</summary>
/// <param name="AnsweredAt">When word came that the patient had answered: it joins the page's clock to the call's.</param>
public sealed record PageCall(double? AnsweredAt, double? EndedAt, IReadOnlyList<CueSeen> Cues);

/// <summary>What the page heard (see <see cref="SoundProbe"/>) and saw.</summary>
public sealed record PageRecord(PageSounds Sound, PageCall Call);

public sealed record PageSounds(IReadOnlyList<Sound> Ear, IReadOnlyList<Sound> Mouth);

/// <summary>Notes in the page when the call was answered and ended, and when each cue appeared on the screen.</summary>
public static class CallProbe
{
    /// <summary>The names of events stand in a message as they are, whatever else the protocol packs around them.</summary>
    public const string Script = """
        (() => {
          const call = window.__call = { answeredAt: null, endedAt: null, cues: [] };
          const latin = new TextDecoder('latin1');
          const take = (data) => {
            const now = performance.now();
            const text = typeof data === 'string' ? data : latin.decode(data);
            if (text.includes('callAnswered')) call.answeredAt ??= now;
            if (text.includes('callEnded')) call.endedAt ??= now;
          };
          window.WebSocket = class extends window.WebSocket {
            constructor(...rest) {
              super(...rest);
              this.addEventListener('message', ({ data }) => take(data));
            }
          };
          let shown = '';
          new MutationObserver(() => {
            const text = document.querySelector('[role=status][aria-label=Cue] button')?.textContent ?? '';
            if (text && text !== shown) call.cues.push({ atMs: performance.now(), text });
            shown = text;
          }).observe(document, { subtree: true, childList: true, characterData: true });
        })();
        """;

    public static async Task<PageRecord> ReadAsync(IPage page) =>
        JsonSerializer.Deserialize<PageRecord>(
            await page.EvaluateAsync<string>("() => JSON.stringify({ sound: window.__sound, call: window.__call })"), Json.Options)!;
}
