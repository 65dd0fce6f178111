using System.Diagnostics.Metrics;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>What operators and benches see of the language model. Numbers only; nothing that was said. Thread-safe.</summary>
public sealed class LLamaTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "RealtimeTraining.Chat.LLamaSharp";

    private readonly Meter _meter;
    private readonly Histogram<double> _firstToken;
    private readonly Histogram<double> _pace;
    private readonly Counter<long> _reused;
    private readonly Counter<long> _decoded;
    private readonly Counter<long> _written;

    public LLamaTelemetry(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _firstToken = _meter.CreateHistogram<double>("chat.first_token", "ms", "From the request to the first token of the reply.");
        _pace = _meter.CreateHistogram<double>("chat.pace", "{token}/s", "Tokens a second of one reply, after its first.");
        _reused = _meter.CreateCounter<long>("chat.prompt.reused", "{token}", "Tokens of prompts that were worked out already.");
        _decoded = _meter.CreateCounter<long>("chat.prompt.decoded", "{token}", "Tokens of prompts that had to be worked out.");
        _written = _meter.CreateCounter<long>("chat.written", "{token}", "Tokens of replies.");
    }

    public void FirstToken(TimeSpan after) => _firstToken.Record(after.TotalMilliseconds);

    /// <param name="sinceFirst">From the first token to the last.</param>
    public void Ended(int reused, int decoded, int written, TimeSpan sinceFirst)
    {
        _reused.Add(reused);
        _decoded.Add(decoded);
        _written.Add(written);
        if (written > 1 && sinceFirst > TimeSpan.Zero)
        {
            _pace.Record((written - 1) / sinceFirst.TotalSeconds);
        }
    }

    public void Dispose() => _meter.Dispose();
}
