using Microsoft.Playwright;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>Notes in the page when it asked for the call, and when its sound went over WebRTC. In milliseconds since 1970.</summary>
public static class ConnectProbe
{
    /// <summary>A method's name stands in a message as it is, whatever else the protocol packs around it.</summary>
    public const string Script = """
        (() => {
          const seen = window.__connect = { asked: null, webRtc: null };
          const now = () => performance.timeOrigin + performance.now();
          const latin = new TextDecoder('latin1');
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (data) {
            const text = typeof data === 'string' ? data : latin.decode(data);
            if (text.includes('Start')) seen.asked ??= now();
            return send.call(this, data);
          };
          new MutationObserver(() => {
            if (document.querySelector('[title*="The sound travels over WebRTC"]')) seen.webRtc ??= now();
          }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        })();
        """;

    public static async Task<double> AskedAsync(IPage page) =>
        await page.EvaluateAsync<double?>("() => window.__connect.asked") ?? throw new InvalidOperationException("The page never asked for a call.");

    /// <summary>Null: not yet.</summary>
    public static Task<double?> OverWebRtcAsync(IPage page) => page.EvaluateAsync<double?>("() => window.__connect.webRtc");
}
