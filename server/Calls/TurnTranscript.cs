using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Calls;

/// <summary>What the recogniser wrote of one turn, in as many pieces as the trainee made pauses. Not thread-safe.</summary>
public sealed class TurnTranscript
{
    private readonly List<Transcript> _pieces = [];

    public Transcript Whole => _pieces is [var only] ? only : new Transcript(
        string.Join(' ', _pieces.Select(piece => piece.Text)),
        Weight == 0 ? 0 : _pieces.Sum(piece => piece.Confidence * piece.Text.Length) / Weight,
        [.. _pieces.SelectMany(piece => piece.Words)]);

    private int Weight => _pieces.Sum(piece => piece.Text.Length);

    /// <param name="fromMs">Where the piece's first sample lies from the turn's first sound; negative: before it.</param>
    public void Add(Transcript piece, int fromMs)
    {
        if (piece.Text.Length > 0)
        {
            _pieces.Add(piece with
            {
                Words = [.. piece.Words.Select(word => word with { StartMs = Math.Max(0, word.StartMs + fromMs), EndMs = Math.Max(0, word.EndMs + fromMs) })],
            });
        }
    }
}
