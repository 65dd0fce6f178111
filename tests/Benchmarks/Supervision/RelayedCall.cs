using System.Net.WebSockets;
using System.Text;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>A call over a plain relay. The trainee's packets carry when they were sent, so that the listener knows how old they are.</summary>
public sealed class RelayedCall : ILoadedCall
{
    private const int PacketMs = 40;

    // socket.io over one WebSocket (its protocol 5 in engine.io 4): a text frame announces a binary one.
    private static readonly byte[] Announcement = Encoding.UTF8.GetBytes("451-[\"audio\",{\"_placeholder\":true,\"num\":0}]");
    private readonly bool _isSocketIo;
    private readonly ClientWebSocket _trainee;
    private readonly ClientWebSocket _listener;
    private readonly CancellationTokenSource _leaving = new();
    private readonly Task _receiving;
    private long _heard;

    private RelayedCall(bool isSocketIo, ClientWebSocket trainee, ClientWebSocket listener)
    {
        (_isSocketIo, _trainee, _listener) = (isSocketIo, trainee, listener);
        _receiving = Task.WhenAll(ReceiveAsync(trainee, _ => Timings.CallerGot(utterance: 1, _heard++ * PacketMs)), ReceiveAsync(listener, Overhear));
    }

    public Timings Timings { get; } = new();

    /// <summary>A relay keeps no log.</summary>
    public string WhatHappened(double fromMs, double toMs) => "";

    public static async Task<ILoadedCall> StartAsync(string peer, Uri server, int number, CancellationToken cancellationToken) => new RelayedCall(
        peer == "socket.io",
        await ConnectAsync(peer, server, number, "trainee", cancellationToken),
        await ConnectAsync(peer, server, number, "listener", cancellationToken));

    public async Task SpeakAsync(ReadOnlyMemory<short> samples)
    {
        var packet = new byte[samples.Length * 2];
        BitConverter.TryWriteBytes(packet, Timings.NowMs);
        // A mark that the voice of the relay does not have.
        packet[8] = 2;
        if (_isSocketIo)
        {
            await _trainee.SendAsync(Announcement, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        await _trainee.SendAsync(packet, WebSocketMessageType.Binary, true, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _trainee.Dispose();
        _listener.Dispose();
        _leaving.Dispose();
    }

    private static async Task<ClientWebSocket> ConnectAsync(string peer, Uri server, int number, string role, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        var path = peer == "ws" ? $"/{number}/{role}" : $"/socket.io/?EIO=4&transport=websocket&call={number}&role={role}";
        await socket.ConnectAsync(new Uri($"ws://{server.Authority}{path}"), cancellationToken);
        if (peer != "ws")
        {
            await socket.SendAsync("40"u8.ToArray(), WebSocketMessageType.Text, true, cancellationToken);
        }
        return socket;
    }

    private void Overhear(ReadOnlyMemory<byte> packet)
    {
        if (packet.Span[8] == 2)
        {
            // As of the packet's end.
            Timings.ListenerGot(Timings.NowMs - BitConverter.ToDouble(packet.Span));
        }
    }

    private async Task ReceiveAsync(ClientWebSocket socket, Action<ReadOnlyMemory<byte>> got)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(length), _leaving.Token);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Binary)
            {
                got(buffer.AsMemory(0, length));
            }
            else if (length == 1 && buffer[0] == '2')
            {
                // engine.io's ping.
                await socket.SendAsync("3"u8.ToArray(), WebSocketMessageType.Text, true, _leaving.Token);
            }
        }
    }
}
