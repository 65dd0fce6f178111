using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>
/// Makes peers on a Janus gateway. Connects when the first is asked for, and anew after Janus was gone. Thread-safe.
/// </summary>
public sealed class JanusGateway(JanusOptions options, TimeProvider time, ILoggerFactory loggers) : IWebRtcGateway
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly ILogger _logger = loggers.CreateLogger<JanusGateway>();
    private JanusSession? _session;

    public async Task<IWebRtcPeer> AnswerAsync(SdpOffer offer, CancellationToken cancellationToken) =>
        await JanusPeer.ConnectAsync(await SessionAsync(cancellationToken), options, time, offer, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
        _opening.Dispose();
    }

    private async Task<JanusSession> SessionAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_session is { IsLost: true } lost)
            {
                _session = null;
                await lost.DisposeAsync();
            }
            return _session ??= await JanusSession.OpenAsync(options, time, _logger, cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }
}
