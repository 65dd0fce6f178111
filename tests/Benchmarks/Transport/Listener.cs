using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>
/// The recogniser that hears every path: what came out of the calls' intakes, line by line and after the call, so that
/// neither a busy machine nor where a turn was taken to be over is counted against a path.
/// </summary>
public sealed class Listener : IAsyncDisposable
{
    /// <summary>The next line begins later than this after the patient's answer.</summary>
    private const int EarlierMs = 100;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(5);
    private readonly PocketSphinxRecognizer _recogniser = new(new PocketSphinxOptions { Decoders = 1 });

    /// <summary>It leans towards the scenario, as in the product.</summary>
    private readonly RecognitionContext _context = new(ScenarioWords.Of(
        new ScenarioLibrary([ScenarioLibrary.BuiltInFolder], TimeSpan.FromDays(1), TimeProvider.System, NullLogger<ScenarioLibrary>.Instance)
            .All.First(scenario => scenario.Id == TransportCall.Scenario)));

    /// <returns>The words of all lines.</returns>
    public async Task<string> HearAsync(IReadOnlyList<SaidLine> lines, IReadOnlyList<LoggedFrame> frames, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        await using var stream = await _recogniser.OpenAsync(_context, cancellationToken);
        for (var i = 0; i < lines.Count; i++)
        {
            var (from, to) = (lines[i].AtMs - EarlierMs, i + 1 < lines.Count ? lines[i + 1].AtMs - EarlierMs : double.PositiveInfinity);
            // Silence before it, as the product gives it.
            stream.Write(new short[AudioFormat.Samples(200)]);
            foreach (var frame in frames.Where(frame => frame.AtMs >= from && frame.AtMs < to && frame.AtMs < lines[i].EndMs + 5_000))
            {
                while (!stream.Write(frame.Samples))
                {
                    // It is still at work on what came before.
                    await Task.Delay(LookAgain, cancellationToken);
                }
            }
            words.Add((await stream.FinishAsync(cancellationToken)).Text);
        }
        return string.Join(' ', words);
    }

    public ValueTask DisposeAsync() => _recogniser.DisposeAsync();
}
