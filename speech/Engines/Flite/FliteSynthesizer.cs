using System.Runtime.CompilerServices;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>Speaks with CMU Flite. Thread-safe; the next clause is made while the last one is being taken.</summary>
public sealed class FliteSynthesizer : ISpeechSynthesizer
{
    private const int MaxTextChars = 2_000;

    // Small enough that cancelling is heard at once, large enough to cost nothing.
    private static readonly int ChunkSamples = AudioFormat.Samples(100);

    public string Name => "flite";

    public IReadOnlyList<Voice> Voices { get; } = [.. FliteVoice.All.Select(voice => new Voice(voice.Id, voice.Kind))];

    /// <exception cref="ArgumentException">Empty or too long a text, an unknown voice, rate or pitch out of range.</exception>
    public IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > MaxTextChars)
        {
            throw new ArgumentException(
                $"The text to speak has {request.Text?.Length ?? 0} characters; 1 to {MaxTextChars:N0} can be spoken at once.",
                nameof(request));
        }
        var voice = Find(request.Voice);
        var rate = InRange(request.Rate, "rate");
        var pitch = InRange(request.Pitch, "pitch");
        var clauses = ClauseSplitter.Split(SpokenForm.Write(request.Text));
        return Speak([.. clauses.Select(clause => (new FliteRequest(clause.Text, voice, rate, pitch), clause.PauseMs))],
            cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> Speak(
        IReadOnlyList<(FliteRequest Request, int PauseMs)> clauses,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = clauses.Count > 0 ? FliteThread.Shared.SynthesiseAsync(clauses[0].Request, cancellationToken) : null;
        for (var i = 0; next is not null; i++)
        {
            var clip = await next;
            next = i + 1 < clauses.Count
                ? FliteThread.Shared.SynthesiseAsync(clauses[i + 1].Request, cancellationToken)
                : null;
            var samples = ClipShaper.Shape(clip, clauses[i].Request.Voice.GainDb, clauses[i].PauseMs);
            for (var at = 0; at < samples.Length; at += ChunkSamples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return samples.AsMemory(at, Math.Min(ChunkSamples, samples.Length - at));
            }
        }
    }

    private static FliteVoice Find(string name) =>
        FliteVoice.All.FirstOrDefault(voice => voice.Id == name)
        ?? FliteVoice.All.FirstOrDefault(voice => voice.Kind == name)
        ?? throw new ArgumentException(
            $"Flite has no voice \"{name}\". It has {string.Join(", ", FliteVoice.All.Select(voice => voice.Id))}, "
            + "and \"female\" and \"male\" for the best of a kind.", nameof(name));

    private static double InRange(double value, string name) => value is >= 0.5 and <= 2
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The {name} of a voice lies between 0.5 and 2.");
}
