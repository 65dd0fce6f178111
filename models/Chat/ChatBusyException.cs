namespace RealtimeTraining.Models.Chat;

/// <summary>The chat engine has as many replies under way and waiting as it is allowed; the message says how to allow more.</summary>
public sealed class ChatBusyException(string message) : InvalidOperationException(message);
