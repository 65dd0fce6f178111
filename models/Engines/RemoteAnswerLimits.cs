namespace RealtimeTraining.Models.Engines;

/// <param name="MaxBytes">An answer that goes on beyond it is broken off.</param>
/// <param name="FirstByte">From the asking, further tries and the waits between them included; no try begins later.</param>
/// <param name="MediaTypes">What an answer may be: "application/json", or "audio/" for all of a kind.</param>
public sealed record RemoteAnswerLimits(long MaxBytes, TimeSpan FirstByte, IReadOnlyList<string> MediaTypes);
