using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Tests.Media;

public sealed class SdpOfferTests
{
    private const string Candidate = "candidate:1 1 udp 2122260223 192.0.2.7 54321 typ host generation 0 ufrag OyOe network-id 1";

    [Fact]
    public void BrowsersOffer_IsRead_WithTheBestCodecFirst()
    {
        var offer = SdpOffer.Read(Packets.Offer);

        Assert.Equal([new AudioCodec(AudioCodecKind.Opus, 111, Redundancy: 63), new AudioCodec(AudioCodecKind.Pcmu, 0), new AudioCodec(AudioCodecKind.Pcma, 8)], offer.Codecs);
        Assert.Equal(("0", "OyOe"), (offer.Mid, offer.Ufrag));
        Assert.EndsWith("cname:abc\r\n", offer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a=fmtp:63 111/111", "a=fmtp:63 111/0")]
    [InlineData("a=fmtp:63 111/111\n", "")]
    [InlineData("a=rtpmap:63 red/48000/2", "a=rtpmap:63 red/8000")]
    [InlineData("SAVPF 111 63 9", "SAVPF 111 9")]
    public void CopiesOfAnythingElse_AreNotAskedFor(string offered, string other) =>
        Assert.Null(SdpOffer.Read(Packets.Offer.ReplaceLineEndings("\n").Replace(offered, other, StringComparison.Ordinal)).Codecs[0].Redundancy);

    [Fact]
    public void AgreedCodec_IsFoundAgain_WhereNothingOfItIsMissing()
    {
        var offer = SdpOffer.Read(Packets.Offer);
        Assert.True(new AudioCodec(AudioCodecKind.Opus, 111, Redundancy: 63).IsIn(offer));
        Assert.True(new AudioCodec(AudioCodecKind.Opus, 111).IsIn(offer));
        Assert.False(new AudioCodec(AudioCodecKind.Opus, 111, Redundancy: 64).IsIn(offer));
        Assert.False(new AudioCodec(AudioCodecKind.Opus, 96).IsIn(offer));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("v=0\n\u0000=x")]
    [InlineData("v=0\nno equals sign")]
    public void NotAnSdp_IsRefused(string? sdp) => Assert.Equal("sdpInvalid", CodeOf(sdp));

    [Fact]
    public void Endless_IsRefused()
    {
        Assert.Equal("sdpInvalid", CodeOf(Packets.Offer + string.Concat(Enumerable.Repeat("a=x:1\n", 500))));
        Assert.Equal("sdpInvalid", CodeOf(Packets.Offer + new string('a', SdpOffer.MaxLength)));
    }

    [Fact]
    public void VideoDataOrASecondVoice_IsRefused()
    {
        Assert.Equal("sdpNotAudioOnly", CodeOf(Packets.Offer + "m=video 9 UDP/TLS/RTP/SAVPF 96\n"));
        Assert.Equal("sdpNotAudioOnly", CodeOf(Packets.Offer + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\n"));
        Assert.Equal("sdpNotAudioOnly", CodeOf(Packets.Offer + "m=audio 9 UDP/TLS/RTP/SAVPF 111\n"));
    }

    [Fact]
    public void NothingToHear_IsRefused()
    {
        Assert.Equal("sdpNoAudio", CodeOf(Packets.Offer[..Packets.Offer.IndexOf("m=audio", StringComparison.Ordinal)]));
        Assert.Equal("sdpNoAudio", CodeOf(Packets.Offer.Replace("a=sendrecv", "a=recvonly", StringComparison.Ordinal)));
        Assert.Equal("sdpNoAudio", CodeOf(Packets.Offer.Replace("m=audio 9", "m=audio 0", StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutDtlsIceOrACodec_IsRefused()
    {
        Assert.Equal("sdpInvalid", CodeOf(Packets.Offer.Replace("a=fingerprint", "a=nothing", StringComparison.Ordinal)));
        Assert.Equal("sdpInvalid", CodeOf(Packets.Offer.Replace("a=ice-pwd:Jv3bVn5qsB5pF5l0QH1rZy0T", "a=ice-pwd:short", StringComparison.Ordinal)));
        Assert.Equal("sdpInvalid", CodeOf(Packets.Offer.Replace("UDP/TLS/RTP/SAVPF", "RTP/AVP", StringComparison.Ordinal)));
        Assert.Equal("sdpNoCodec", CodeOf(Packets.Offer.Replace("111 63 9 0 8 13 110 126", "9 13", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Candidate)]
    [InlineData("candidate:1 1 UDP 1 5f1e0b6a-7b1c.local 9 typ host")]
    [InlineData("1 1 udp 41885439 198.51.100.1 3478 typ relay raddr 0.0.0.0 rport 0")]
    public void Candidate_IsRead(string line) => Assert.EndsWith(line, IceCandidate.Read(line, "0", "OyOe").Line, StringComparison.Ordinal);

    [Fact]
    public void EmptyCandidate_IsTheEnd() => Assert.Null(IceCandidate.Read("", "0", "OyOe").Line);

    [Theory]
    [InlineData("candidate:1 1 udp 1 example.com 9 typ host")]
    [InlineData("candidate:1 1 udp 1 192.0.2.7 99999 typ host")]
    [InlineData("candidate:1 9 udp 1 192.0.2.7 9 typ host")]
    [InlineData("candidate:1 1 sctp 1 192.0.2.7 9 typ host")]
    [InlineData("candidate:1 1 udp 1 192.0.2.7 9 typ guess")]
    [InlineData("rm -rf /")]
    [InlineData("candidate:1 1 udp 1 192.0.2.7 9 typ host\r\na=evil")]
    [InlineData("candidate:1 1 udp 1 192.0.2.7 9 typ host ufrag Other")]
    public void BadCandidate_IsRefused(string line) =>
        Assert.Equal("candidateInvalid", Assert.Throws<MediaException>(() => IceCandidate.Read(line, "0", "OyOe")).Code);

    [Fact]
    public void CandidateThatIsTooLong_IsRefused() =>
        Assert.Throws<MediaException>(() => IceCandidate.Read(Candidate + new string(' ', IceCandidate.MaxLength), "0", "OyOe"));

    private static string CodeOf(string? sdp) => Assert.Throws<MediaException>(() => SdpOffer.Read(sdp)).Code;
}
