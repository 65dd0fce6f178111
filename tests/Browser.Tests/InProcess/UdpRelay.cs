using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace RealtimeTraining.Browser.Tests.InProcess;

/// <summary>
/// Stands on the network between browser and server: the page is told the relay's ports in place of the server's, so
/// that a test can cut the path while a call runs.
/// </summary>
internal sealed class UdpRelay : IAsyncDisposable
{
    private const string Script = """
        (() => {
          const real = RTCPeerConnection.prototype.setRemoteDescription;
          RTCPeerConnection.prototype.setRemoteDescription = async function ({ type, sdp }) {
            const [, address, port] = /a=candidate:\S+ 1 udp \d+ (\d+\.\d+\.\d+\.\d+) (\d+) /.exec(sdp);
            const relay = await window.__relay(Number(port));
            const lines = sdp.trimEnd().split('\r\n').filter((line) => !line.startsWith('a=candidate:') && line !== 'a=end-of-candidates');
            lines.push(`a=candidate:1 1 udp 2113937663 ${address} ${relay} typ host generation 0`, '');
            return real.call(this, { type, sdp: lines.join('\r\n') });
          };
        })();
        """;
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _running = [];
    private readonly List<UdpClient> _sockets = [];
    private volatile int _firstOpen;
    private int _paths;

    /// <summary>Before the page is opened.</summary>
    public async Task StandBetweenAsync(IPage page)
    {
        await page.ExposeFunctionAsync<int, int>("__relay", Open);
        await page.AddInitScriptAsync(Script);
    }

    /// <summary>Nothing passes on the paths that there are; one that is opened later is another network.</summary>
    public void CutThosePaths() => _firstOpen = _paths;

    /// <summary>Nothing passes any more.</summary>
    public void CutAll() => _firstOpen = int.MaxValue;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_running);
        _sockets.ForEach(socket => socket.Dispose());
        _closing.Dispose();
    }

    private int Open(int serverPort)
    {
        var number = _paths++;
        var outer = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
        var inner = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        _sockets.AddRange([outer, inner]);
        IPEndPoint? browser = null;
        _running.Add(PumpAsync(outer, number, got =>
        {
            browser = got.RemoteEndPoint;
            return inner.SendAsync(got.Buffer, new IPEndPoint(IPAddress.Loopback, serverPort), _closing.Token);
        }));
        _running.Add(PumpAsync(inner, number, got => browser is { } to ? outer.SendAsync(got.Buffer, to, _closing.Token) : ValueTask.FromResult(0)));
        return ((IPEndPoint)outer.Client.LocalEndPoint!).Port;
    }

    private async Task PumpAsync(UdpClient from, int number, Func<UdpReceiveResult, ValueTask<int>> pass)
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var got = await from.ReceiveAsync(_closing.Token);
                if (number >= _firstOpen)
                {
                    await pass(got);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // Nobody listens behind it any more: lost, as on any network.
            }
        }
    }
}
