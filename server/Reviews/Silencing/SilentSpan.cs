namespace RealtimeTraining.Server.Reviews;

/// <summary>A stretch of a recording that is not to be heard.</summary>
public readonly record struct SilentSpan(int StartMs, int EndMs);
