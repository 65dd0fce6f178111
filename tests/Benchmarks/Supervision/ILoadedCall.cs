namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>One call with its listener, as a client without a browser.</summary>
public interface ILoadedCall : IAsyncDisposable
{
    Timings Timings { get; }

    /// <summary>What the server told of the call between two moments of <see cref="Timings"/>; empty where it tells nothing.</summary>
    string WhatHappened(double fromMs, double toMs);

    /// <summary>Sends the next 40 ms of the trainee's microphone.</summary>
    /// <param name="samples">16 kHz.</param>
    Task SpeakAsync(ReadOnlyMemory<short> samples);
}
