namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>Replies that wait for a conversation to become free, first come, first served. Thread-safe.</summary>
internal sealed class ReplyQueue(int limit)
{
    private readonly Lock _gate = new();
    private readonly List<LLamaReply> _waiting = [];
    private Exception? _closed;

    /// <param name="free">Places that are free besides those for waiting.</param>
    /// <exception cref="ChatBusyException">Too many wait.</exception>
    /// <exception cref="ObjectDisposedException">The queue was closed by the client's end.</exception>
    /// <exception cref="InvalidOperationException">The queue was closed by a failure.</exception>
    public void Add(LLamaReply reply, int free)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed is ObjectDisposedException, typeof(LLamaChatClient));
            if (_closed is not null)
            {
                throw new InvalidOperationException(_closed.Message, _closed);
            }
            DropAbandoned();
            if (_waiting.Count >= limit + free)
            {
                throw new ChatBusyException(
                    $"The language model is busy and {limit} replies wait already: raise {LLamaChatOptions.Section}:{nameof(LLamaChatOptions.Conversations)} or {nameof(LLamaChatOptions.QueueLength)}, or use a faster machine.");
            }
            _waiting.Add(reply);
        }
    }

    /// <summary>The reply that has waited longest and is still wanted; null when none is.</summary>
    public LLamaReply? Take()
    {
        lock (_gate)
        {
            DropAbandoned();
            if (_waiting.Count == 0)
            {
                return null;
            }
            var first = _waiting[0];
            _waiting.RemoveAt(0);
            return first;
        }
    }

    /// <summary>From now on nothing can be added.</summary>
    public void Close(Exception failure)
    {
        lock (_gate)
        {
            _closed ??= failure;
            _waiting.ForEach(reply => reply.Close(failure));
            _waiting.Clear();
        }
    }

    private void DropAbandoned() => _waiting.RemoveAll(reply =>
    {
        if (reply.IsAbandoned)
        {
            reply.Close();
        }
        return reply.IsAbandoned;
    });
}
