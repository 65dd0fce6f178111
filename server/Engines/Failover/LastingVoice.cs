using System.Runtime.CompilerServices;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Engines.Failover;

/// <summary>
/// One call's voice that outlives a broken engine: the clause that was being spoken is spoken by the next one, from its
/// beginning where nothing of it was heard, and is otherwise left as it is. One caller at a time.
/// </summary>
public sealed class LastingVoice(EngineSuccession<ISpeechSynthesizer> engines) : ISpeechSynthesizer
{
    public string Name => engines.Name ?? "none";

    public IReadOnlyList<Voice> Voices => engines.Current?.Voices ?? [];

    public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (engines.Current is { } voice)
        {
            var spoken = false;
            Exception? broke = null;
            await using var parts = voice.SpeakAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await parts.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (Exception exception) when (exception is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
                {
                    broke = exception;
                    break;
                }
                spoken = true;
                yield return parts.Current;
            }
            if (!engines.MoveOn(broke) && !spoken)
            {
                throw new InvalidOperationException("No voice is left.", broke);
            }
            if (spoken)
            {
                yield break;
            }
        }
        throw new InvalidOperationException("No voice is left.");
    }

    public ValueTask DisposeAsync() => engines.DisposeAsync();
}
