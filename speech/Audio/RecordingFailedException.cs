namespace RealtimeTraining.Speech.Audio;

/// <summary>The recording stopped (the disk is full, gone or refused). The call goes on without it.</summary>
public sealed class RecordingFailedException(string message, Exception inner) : Exception(message, inner);
