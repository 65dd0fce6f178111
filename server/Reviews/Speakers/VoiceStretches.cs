using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Speakers;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Cuts the speech of one channel where the voice changes. The same recording gives the same stretches.</summary>
public static class VoiceStretches
{
    /// <param name="stretches">Of one channel, in order.</param>
    /// <returns>In order; their channel is the voice, 0 or 1. All 0 where only one voice is heard.</returns>
    public static IReadOnlyList<SpeechStretch> Split(RecordedSound sound, IReadOnlyList<SpeechStretch> stretches, CancellationToken cancellationToken)
    {
        var turns = Listen(sound, cancellationToken);
        return turns.Select(turn => turn.Speaker).Distinct().Count() < 2 ? stretches : [.. stretches.SelectMany(stretch => Cut(stretch, turns))];
    }

    private static IReadOnlyList<SpeakerTurn> Listen(RecordedSound sound, CancellationToken cancellationToken)
    {
        var finder = new SpeakerFinder(new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()));
        var block = new short[AudioFormat.FrameSamples * sound.Channels];
        var frame = new short[AudioFormat.FrameSamples];
        sound.Rewind();
        while (sound.Read(block) == block.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < frame.Length; i++)
            {
                frame[i] = block[i * sound.Channels];
            }
            finder.Listen(frame);
        }
        return finder.Finish(speakers: 2, cancellationToken);
    }

    /// <summary>Between two turns, in the middle of the pause; what no turn is in stays with the voice before it.</summary>
    private static List<SpeechStretch> Cut(SpeechStretch stretch, IReadOnlyList<SpeakerTurn> turns)
    {
        var pieces = new List<SpeechStretch>();
        var (voice, from, heardMs) = (-1, stretch.StartMs, stretch.StartMs);
        foreach (var turn in turns.Where(turn => turn.StartMs < stretch.EndMs && turn.EndMs > stretch.StartMs))
        {
            if (voice >= 0 && turn.Speaker != voice)
            {
                var at = Math.Clamp((heardMs + turn.StartMs) / 2, from, stretch.EndMs);
                pieces.Add(new SpeechStretch(voice, from, at));
                from = at;
            }
            (voice, heardMs) = (turn.Speaker, Math.Max(heardMs, turn.EndMs));
        }
        // The detector that found the turns heard nothing in it: the turn before goes on.
        voice = voice >= 0 ? voice : turns.LastOrDefault(turn => turn.StartMs <= stretch.StartMs).Speaker;
        pieces.Add(new SpeechStretch(voice, from, stretch.EndMs));
        return Joined(pieces);
    }

    /// <summary>What is too short to be a word goes to the neighbour.</summary>
    private static List<SpeechStretch> Joined(List<SpeechStretch> pieces)
    {
        for (var i = 0; i < pieces.Count && pieces.Count > 1;)
        {
            if (pieces[i].LengthMs >= StretchFinder.ShortestMs)
            {
                i++;
                continue;
            }
            var into = i > 0 ? i - 1 : 1;
            pieces[into] = new SpeechStretch(pieces[into].Channel, Math.Min(pieces[into].StartMs, pieces[i].StartMs), Math.Max(pieces[into].EndMs, pieces[i].EndMs));
            pieces.RemoveAt(i);
            i = 0;
        }
        return pieces;
    }
}
