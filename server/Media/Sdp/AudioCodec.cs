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
public readonly record struct AudioCodec(AudioCodecKind Kind, int PayloadType)
{
    public const int MaxPayloadType = 127;

    /// <summary>Of RTP timestamps. Opus counts in 48 kHz whatever it codes (RFC 7587, 4.1).</summary>
    public int ClockRateHz => Kind == AudioCodecKind.Opus ? 48_000 : 8_000;

    /// <summary>As in a=rtpmap.</summary>
    public string Map => Kind switch
    {
        AudioCodecKind.Opus => "opus/48000/2",
        AudioCodecKind.Pcmu => "PCMU/8000",
        _ => "PCMA/8000",
    };
}
