using System.Runtime.CompilerServices;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Tests.Engines;

/// <summary>Speaks one number for every sample, in parts of 320, and breaks where the test wants.</summary>
internal sealed class CountedVoice(Action? disposed = null) : ISpeechSynthesizer
{
    public string Name => "counted";

    public IReadOnlyList<Voice> Voices => [];

    public short Value { get; init; } = 1;

    public int Parts { get; init; } = 3;

    /// <summary>How many parts come before it breaks; null: it does not.</summary>
    public int? BreaksAfter { get; init; }

    public Exception Breaks { get; init; } = new HttpRequestException("refused");

    public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var part = 0; part < Parts; part++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            if (part == BreaksAfter)
            {
                throw Breaks;
            }
            yield return Enumerable.Repeat(Value, 320).ToArray();
        }
    }

    public ValueTask DisposeAsync()
    {
        disposed?.Invoke();
        return ValueTask.CompletedTask;
    }
}
