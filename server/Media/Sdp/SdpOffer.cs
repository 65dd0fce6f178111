using System.Globalization;

namespace RealtimeTraining.Server.Media.Sdp;

/// <summary>
/// A browser's offer of which it is known that it may be handed to a gateway: within its limits, with one audio section
/// that sends, secured by DTLS, and with a codec that is understood here.
/// </summary>
public sealed class SdpOffer
{
    public const int MaxLength = 16 * 1024;
    public const int MaxLines = 400;
    private const int MaxLineLength = 2_000;

    private SdpOffer(string text, string mid, string ufrag, IReadOnlyList<AudioCodec> codecs) =>
        (Text, Mid, Ufrag, Codecs) = (text, mid, ufrag, codecs);

    /// <summary>As the browser wrote it, lines ended by CR LF.</summary>
    public string Text { get; }

    /// <summary>The audio section's name.</summary>
    public string Mid { get; }

    /// <summary>Changes with an ICE restart.</summary>
    public string Ufrag { get; }

    /// <summary>Those understood here, the best first.</summary>
    public IReadOnlyList<AudioCodec> Codecs { get; }

    /// <exception cref="MediaException"><c>sdpInvalid</c>, <c>sdpNoAudio</c>, <c>sdpNotAudioOnly</c>, <c>sdpNoCodec</c>.</exception>
    public static SdpOffer Read(string? sdp)
    {
        var lines = Lines(sdp);
        var audio = AudioSection(lines);
        var section = lines[audio..];
        var ufrag = Attribute(section, "ice-ufrag") ?? Attribute(lines, "ice-ufrag") ?? throw MediaException.SdpInvalid("no ICE credentials");
        if (ufrag.Length is < 4 or > 256 || (Attribute(section, "ice-pwd") ?? Attribute(lines, "ice-pwd")) is not { Length: >= 22 and <= 256 })
        {
            throw MediaException.SdpInvalid("its ICE credentials");
        }
        if ((Attribute(section, "fingerprint") ?? Attribute(lines, "fingerprint")) is null)
        {
            throw MediaException.SdpInvalid("no DTLS fingerprint");
        }
        if (section.Contains("a=recvonly") || section.Contains("a=inactive"))
        {
            throw MediaException.NoAudio();
        }
        var codecs = CodecsOf(lines[audio], section);
        if (codecs.Count == 0)
        {
            throw MediaException.NoCodec();
        }
        return new SdpOffer(string.Join("\r\n", lines) + "\r\n", Attribute(section, "mid") ?? "0", ufrag, codecs);
    }

    private static string[] Lines(string? sdp)
    {
        if (string.IsNullOrEmpty(sdp) || sdp.Length > MaxLength)
        {
            throw MediaException.SdpInvalid(sdp is { Length: > 0 } ? $"more than {MaxLength:N0} characters" : "empty");
        }
        var lines = sdp.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MaxLines || lines[0] != "v=0")
        {
            throw MediaException.SdpInvalid(lines.Length > MaxLines ? "too many lines" : "it does not begin as one");
        }
        foreach (var line in lines)
        {
            if (line.Length is < 2 or > MaxLineLength || line[1] != '=' || !char.IsAsciiLetterLower(line[0]) || line.Any(char.IsControl))
            {
                throw MediaException.SdpInvalid("a line that is none");
            }
        }
        return lines;
    }

    private static int AudioSection(string[] lines)
    {
        var sections = lines.Index().Where(line => line.Item.StartsWith("m=", StringComparison.Ordinal)).ToList();
        if (sections.Find(section => !section.Item.StartsWith("m=audio ", StringComparison.Ordinal)) is { Item: { } other })
        {
            throw MediaException.NotAudioOnly(other[2..].Split(' ')[0] is "video" ? "video" : "more");
        }
        return sections.Count switch
        {
            0 => throw MediaException.NoAudio(),
            1 => sections[0].Index,
            _ => throw MediaException.NotAudioOnly("several"),
        };
    }

    // m=audio port proto fmt fmt ...
    private static List<AudioCodec> CodecsOf(string media, string[] section)
    {
        var parts = media.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 4 || !ushort.TryParse(parts[1], out var port) || !parts[2].Contains("SAVPF", StringComparison.Ordinal))
        {
            throw MediaException.SdpInvalid("its audio section");
        }
        if (port == 0)
        {
            throw MediaException.NoAudio();
        }
        var codecs = new List<AudioCodec>();
        foreach (var format in parts[3..])
        {
            if (!int.TryParse(format, out var payloadType) || payloadType is < 0 or > AudioCodec.MaxPayloadType)
            {
                throw MediaException.SdpInvalid("its payload types");
            }
            if (Kind(payloadType, Attribute(section, "rtpmap:" + payloadType, ' ')) is { } kind)
            {
                codecs.Add(new AudioCodec(kind, payloadType, kind == AudioCodecKind.Opus ? Redundancy(parts[3..], section, payloadType) : null));
            }
        }
        return [.. codecs.OrderBy(codec => codec.Kind)];
    }

    // Packets whose copies are of this codec and of no other.
    private static int? Redundancy(string[] formats, string[] section, int payloadType) => formats
        .Where(format => AudioCodec.RedundantMap.Equals(Attribute(section, "rtpmap:" + format, ' '), StringComparison.OrdinalIgnoreCase))
        .Where(format => Attribute(section, "fmtp:" + format, ' ') is { } inside && inside.Split('/').All(block => block == $"{payloadType}"))
        .Select(format => (int?)int.Parse(format, CultureInfo.InvariantCulture)).FirstOrDefault();

    private static AudioCodecKind? Kind(int payloadType, string? map) => (map?.ToUpperInvariant(), payloadType) switch
    {
        ("OPUS/48000/2", _) => AudioCodecKind.Opus,
        ("PCMU/8000" or "PCMU/8000/1", _) or (null, 0) => AudioCodecKind.Pcmu,
        ("PCMA/8000" or "PCMA/8000/1", _) or (null, 8) => AudioCodecKind.Pcma,
        _ => null,
    };

    private static string? Attribute(string[] lines, string name, char separator = ':')
    {
        var prefix = $"a={name}{separator}";
        return lines.FirstOrDefault(line => line.StartsWith(prefix, StringComparison.Ordinal)) is { } line ? line[prefix.Length..].Trim() : null;
    }
}
