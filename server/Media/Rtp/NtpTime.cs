namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>The wall clock as RTCP writes it (RFC 3550, 4), and the round trip that follows from it. Pure.</summary>
public static class NtpTime
{
    private const long EpochTicks = 599_266_080_000_000_000;
    private const int UnitsPerSecond = 65_536;
    private const int MaxRoundTripSeconds = 10;

    /// <summary>Seconds since 1900, 32.32 fixed point.</summary>
    public static ulong Of(DateTimeOffset time)
    {
        var ticks = (ulong)(time.UtcTicks - EpochTicks);
        return (ticks / TimeSpan.TicksPerSecond << 32) | ((ticks % TimeSpan.TicksPerSecond << 32) / TimeSpan.TicksPerSecond);
    }

    /// <summary>Of a report block (RFC 3550, 6.4.1). Null when it cannot be: clocks were set, or the block lies.</summary>
    /// <param name="echoed">LSR: the middle 32 bits of the time at which this side's report was sent.</param>
    /// <param name="delay">DLSR, in 1/65536 s.</param>
    public static int? RoundTripMs(DateTimeOffset now, uint echoed, uint delay)
    {
        var roundTrip = (int)((uint)(Of(now) >> 16) - echoed - delay);
        return roundTrip is >= 0 and < UnitsPerSecond * MaxRoundTripSeconds ? (int)(roundTrip * 1000L / UnitsPerSecond) : null;
    }
}
