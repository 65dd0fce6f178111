using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media;

/// <summary>The gateways that can run here, tried in their order; one that is gone is passed over for a minute. Singleton, thread-safe.</summary>
public sealed class WebRtcGateways(EngineCatalog catalog, EnginePool pool, EngineHealth health, IceServers ice)
{
    /// <summary>Null: there is no gateway, and audio goes over the hub.</summary>
    public WebRtcInvitation? Invite(CallId call) => Usable().Any() ? new WebRtcInvitation(ice.For(call)) : null;

    /// <returns>The peer and what is to be given back after it.</returns>
    /// <exception cref="MediaException"><c>noGateway</c>, or why the last of them could not.</exception>
    public async Task<(IWebRtcPeer Peer, IAsyncDisposable Lease)> AnswerAsync(SdpOffer offer, CancellationToken cancellationToken)
    {
        MediaException? why = null;
        foreach (var engine in Usable())
        {
            var lease = pool.Rent(engine);
            try
            {
                var peer = await lease.Port.AnswerAsync(offer, cancellationToken);
                health.Worked(engine);
                return (peer, lease);
            }
            catch (MediaException exception)
            {
                await lease.DisposeAsync();
                why = exception;
                if (exception.Code == "gatewayGone")
                {
                    health.Failed(engine, exception.Message);
                }
            }
            catch
            {
                await lease.DisposeAsync();
                throw;
            }
        }
        throw why ?? MediaException.NoGateway();
    }

    private IEnumerable<IEngine<IWebRtcGateway>> Usable() => catalog.Succession(EngineRole.WebRtc)
        .Where(engine => health.FailureOf(engine) is null)
        .OfType<IEngine<IWebRtcGateway>>();
}
