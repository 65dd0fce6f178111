namespace RealtimeTraining.Models.Chat;

/// <summary>The prompt and the longest reply that was asked for do not fit into the model's context together.</summary>
public sealed class ChatContextFullException(string message) : InvalidOperationException(message);
