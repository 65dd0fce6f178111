using System.Net;

namespace RealtimeTraining.Server.Media.Sdp;

/// <summary>
/// One candidate line of the browser (RFC 8839, 5.1), checked. Null <see cref="Line"/>: there are no more.
/// </summary>
public sealed record IceCandidate(string? Line, string Mid)
{
    public const int MaxLength = 512;

    public static IceCandidate End(string mid) => new(null, mid);

    /// <summary>Reads a line with or without its "candidate:" prefix.</summary>
    /// <param name="ufrag">Of the offer that the candidate claims to belong to; a line that names another is of another call.</param>
    /// <exception cref="MediaException"><c>candidateInvalid</c>.</exception>
    public static IceCandidate Read(string? line, string? mid, string ufrag)
    {
        var section = string.IsNullOrEmpty(mid) ? "0" : mid;
        if (section.Length > 16 || !section.All(char.IsAsciiLetterOrDigit))
        {
            throw MediaException.CandidateInvalid("its section is not a name");
        }
        if (string.IsNullOrWhiteSpace(line))
        {
            return End(section);
        }
        if (line.Length > MaxLength || line.Any(char.IsControl))
        {
            throw MediaException.CandidateInvalid("it is too long or has control characters");
        }
        var text = line.StartsWith("candidate:", StringComparison.Ordinal) ? line : "candidate:" + line;
        var parts = text["candidate:".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Check(parts);
        if (Value(parts, "ufrag") is { } own && own != ufrag)
        {
            throw MediaException.CandidateInvalid("it belongs to another offer");
        }
        return new IceCandidate(text, section);
    }

    // foundation component transport priority address port "typ" type ...
    private static void Check(string[] parts)
    {
        if (parts.Length < 8 || parts[6] != "typ")
        {
            throw MediaException.CandidateInvalid("it is not a candidate");
        }
        if (parts[1] is not ("1" or "2") || !uint.TryParse(parts[3], out _) || !ushort.TryParse(parts[5], out _))
        {
            throw MediaException.CandidateInvalid("its numbers are out of range");
        }
        if (!parts[2].Equals("udp", StringComparison.OrdinalIgnoreCase) && !parts[2].Equals("tcp", StringComparison.OrdinalIgnoreCase))
        {
            throw MediaException.CandidateInvalid("its transport is unknown");
        }
        // Browsers hide their own address behind a name of multicast DNS.
        if (!IPAddress.TryParse(parts[4], out _) && !parts[4].EndsWith(".local", StringComparison.OrdinalIgnoreCase))
        {
            throw MediaException.CandidateInvalid("it has no address");
        }
        if (parts[7] is not ("host" or "srflx" or "prflx" or "relay"))
        {
            throw MediaException.CandidateInvalid("its type is unknown");
        }
    }

    private static string? Value(string[] parts, string name)
    {
        for (var i = 8; i + 1 < parts.Length; i += 2)
        {
            if (parts[i] == name)
            {
                return parts[i + 1];
            }
        }
        return null;
    }
}
