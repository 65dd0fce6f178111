using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media;

/// <summary>A browser's network candidates on their way to the gateway, one after the other. Thread-safe.</summary>
/// <param name="ufrag">Of the offer that they belong to.</param>
internal sealed class PeerCandidates(IWebRtcPeer peer, string ufrag)
{
    private const int MaxCandidates = 100;
    private readonly Lock _lock = new();
    private int _count;

    /// <summary>Changes with an ICE restart.</summary>
    public string Ufrag { get; set; } = ufrag;

    /// <summary>All that were added have been told.</summary>
    public Task Told { get; private set; } = Task.CompletedTask;

    /// <summary>Checks it at once; the gateway is told in its own time.</summary>
    /// <exception cref="MediaException"><c>candidateInvalid</c>, also where there are too many.</exception>
    public void Add(AudioCandidate candidate)
    {
        var read = IceCandidate.Read(candidate.Candidate, candidate.Mid, Ufrag);
        lock (_lock)
        {
            if (++_count > MaxCandidates)
            {
                throw MediaException.CandidateInvalid("there are too many");
            }
            Told = TellAsync(Told, read);
        }
    }

    private async Task TellAsync(Task before, IceCandidate candidate)
    {
        await before;
        try
        {
            await peer.AddCandidateAsync(candidate, CancellationToken.None);
        }
        catch (MediaException)
        {
            // The connection shows by itself whether it was needed.
        }
    }
}
