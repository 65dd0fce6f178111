using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Media.Rtp;

public static class VoiceCodec
{
    /// <summary>The best codec of an offer that can be coded here. The system may lack libopus; every browser has G.711 as well.</summary>
    /// <exception cref="MediaException"><c>sdpNoCodec</c>.</exception>
    public static AudioCodec Choose(SdpOffer offer) =>
        offer.Codecs.Cast<AudioCodec?>().FirstOrDefault(offered => offered!.Value.Kind != AudioCodecKind.Opus || OpusLibrary.WhyNot is null)
            ?? throw MediaException.NoCodec();
}
