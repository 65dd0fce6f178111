namespace RealtimeTraining.Server.Reviews;

/// <summary>What a file holds, as ffprobe read it.</summary>
/// <param name="Format">ffmpeg's name: "wav", "mp3", "mov,mp4,m4a,3gp,3g2,mj2".</param>
/// <param name="DurationMs">As the file states it; null where it states none.</param>
/// <param name="Notes">What a coach should know, one sentence each.</param>
public sealed record ProbedFile(string Format, string Codec, int Channels, int SampleRateHz, int? DurationMs, IReadOnlyList<string> Notes);
