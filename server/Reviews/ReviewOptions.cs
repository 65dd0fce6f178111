using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Limits on recorded calls, and the tools that read them. Section <c>Reviews</c> of the configuration; checked at start.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Reviews";

    /// <summary>Whether this server works at the queue. Where several servers share a database, the one that keeps the recordings does.</summary>
    public bool Worker { get; init; } = true;

    /// <summary>The largest file that is taken, in megabytes.</summary>
    [Range(1, 10_000)]
    public int MaxFileMegabytes { get; init; } = 1_000;

    /// <summary>The largest piece of a file in one request, in kilobytes. The browser sends pieces of this size.</summary>
    [Range(16, 20_000)]
    public int ChunkKilobytes { get; init; } = 2_048;

    /// <summary>The longest recording that is read.</summary>
    [Range(1, 720)]
    public int MaxMinutes { get; init; } = 240;

    /// <summary>Uploads of one organisation that have begun and not ended.</summary>
    [Range(1, 10_000)]
    public int MaxOpenUploads { get; init; } = 100;

    /// <summary>Recordings that one organisation keeps.</summary>
    [Range(1, 1_000_000)]
    public int MaxRecordings { get; init; } = 20_000;

    /// <summary>Recordings that one person may begin to upload in a minute.</summary>
    [Range(1, 100_000)]
    public int UploadsPerMinute { get; init; } = 120;

    /// <summary>Pieces that one person may send in a minute.</summary>
    [Range(1, 100_000)]
    public int ChunksPerMinute { get; init; } = 2_400;

    /// <summary>An upload that got nothing for so long is thrown away.</summary>
    [Range(1, 1_000)]
    public int AbandonedAfterHours { get; init; } = 24;

    /// <summary>Room that is left free on the disk, in megabytes: an upload that would take it is refused.</summary>
    [Range(0, 1_000_000)]
    public int SpareDiskMegabytes { get; init; } = 500;

    /// <summary>A name on the path or a whole path. Debian has both in the package ffmpeg.</summary>
    [Required]
    public string Ffmpeg { get; init; } = "ffmpeg";

    [Required]
    public string Ffprobe { get; init; } = "ffprobe";

    /// <summary>How long the probe of a file may take.</summary>
    [Range(1, 600)]
    public int ProbeSeconds { get; init; } = 30;

    /// <summary>How long ffmpeg may be silent or behind: the limit for a file is this and a twentieth of its length.</summary>
    [Range(1, 3_600)]
    public int DecodeSeconds { get; init; } = 60;

    /// <summary>A recording of which so much is music, by the second and in each channel, holds no call. 1.1 takes all.</summary>
    [Range(0.5, 1.1)]
    public double MusicShare { get; init; } = 0.7;

    /// <summary>The key that recordings are sealed with; made when it is missing. Null: <c>keys/recordings.key</c> in the data folder.</summary>
    public string? KeyFile { get; init; }

    internal long MaxFileBytes => MaxFileMegabytes * 1_000_000L;

    internal int ChunkBytes => ChunkKilobytes * 1_024;
}
