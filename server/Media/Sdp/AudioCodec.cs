namespace RealtimeTraining.Server.Media.Sdp;

public enum AudioCodecKind
{
    Opus,

    /// <summary>G.711 µ-law, 8 kHz.</summary>
    Pcmu,

    /// <summary>G.711 A-law, 8 kHz.</summary>
    Pcma,
}

/// <summary>A codec as it stands in an offer or answer.</summary>
/// <param name="PayloadType">0-127.</param>
/// <param name="Redundancy">
/// The payload type of packets that carry this codec's next frame with copies of those before it (RFC 2198); null: not offered.
/// </param>
public readonly record struct AudioCodec(AudioCodecKind Kind, int PayloadType, int? Redundancy = null)
{
    public const int MaxPayloadType = 127;

    /// <summary>Of Opus with copies, as in a=rtpmap.</summary>
    public const string RedundantMap = "red/48000/2";

    /// <summary>Of RTP timestamps. Opus counts in 48 kHz whatever it codes (RFC 7587, 4.1).</summary>
    public int ClockRateHz => Kind == AudioCodecKind.Opus ? 48_000 : 8_000;

    /// <summary>As in a=rtpmap.</summary>
    public string Map => Kind switch
    {
        AudioCodecKind.Opus => "opus/48000/2",
        AudioCodecKind.Pcmu => "PCMU/8000",
        _ => "PCMA/8000",
    };

    /// <summary>Whether all of what was agreed on stands in this offer of the same again, which may offer more.</summary>
    public bool IsIn(SdpOffer offer)
    {
        var agreed = this;
        return offer.Codecs.Any(offered => offered == agreed || offered with { Redundancy = null } == agreed);
    }

    /// <summary>What an answer names, the preferred first: payload type, a=rtpmap, a=fmtp.</summary>
    public IReadOnlyList<(int PayloadType, string Map, string? Parameters)> Formats
    {
        get
        {
            var own = (PayloadType, Map, Kind == AudioCodecKind.Opus ? "minptime=20;useinbandfec=1;stereo=0" : null);
            return Redundancy is { } redundancy ? [(redundancy, RedundantMap, $"{PayloadType}/{PayloadType}"), own] : [own];
        }
    }
}
