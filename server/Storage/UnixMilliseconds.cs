using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RealtimeTraining.Server.Storage;

/// <summary>Points in time are kept as whole milliseconds since 1970, which every store can order and compare.</summary>
public sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
