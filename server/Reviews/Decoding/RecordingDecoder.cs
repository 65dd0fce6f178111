using System.Globalization;
using Microsoft.Extensions.Options;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Turns an uploaded file into sealed 16 kHz sound. The sound never lies on the disk in clear. Singleton.</summary>
public sealed class RecordingDecoder(MediaTool tool, RecordingVault vault, IOptions<ReviewOptions> options)
{
    private const int BlockBytes = 65_536;

    /// <param name="to">Written whole or not at all, with <paramref name="half"/> as its name until then.</param>
    /// <param name="progress">Milliseconds decoded so far.</param>
    /// <exception cref="RecordingException">It cannot be decoded, is too long, silent or music; the message says why.</exception>
    public async Task<DecodedSound> DecodeAsync(string from, ProbedFile probed, string half, string to, Action<int> progress, CancellationToken cancellationToken)
    {
        var channels = probed.Channels == 2 ? 2 : 1;
        var census = new SoundCensus(channels);
        using (var writer = vault.Create(half))
        {
            await tool.DecodeAsync(
                [
                    "-nostdin", "-hide_banner", "-threads", "1", .. MediaTool.Input(from), "-map", "0:a:0", "-vn", "-sn", "-dn",
                    "-ac", channels.ToString(CultureInfo.InvariantCulture), "-ar", AudioFormat.SampleRateHz.ToString(CultureInfo.InvariantCulture),
                    "-f", "s16le", "pipe:1",
                ],
                probed.DurationMs ?? options.Value.MaxMinutes * 60_000,
                (output, token) => SealAsync(output, writer, census, channels, progress, token), cancellationToken);
            if (census.Frames == 0)
            {
                throw new RecordingException("notSound", "There is no sound in this file.");
            }
            if (census.IsSilent)
            {
                throw new RecordingException("silent", "The recording is silent from beginning to end. Check how the calls are recorded, and export this one again.");
            }
            if (census.IsMusic(options.Value.MusicShare))
            {
                throw new RecordingException("onlyMusic", "There is music in this recording, and nobody who talks: perhaps only the waiting was recorded. Check how the calls are recorded, and export this one again.");
            }
            writer.Complete();
        }
        File.Move(half, to, overwrite: true);
        return new DecodedSound((int)AudioFormat.Milliseconds(census.Frames), channels, channels == 2 && !census.SidesAreTheSame, NotesOf(probed, census));
    }

    private async Task SealAsync(Stream output, SealedWriter writer, SoundCensus census, int channels, Action<int> progress, CancellationToken cancellationToken)
    {
        var most = options.Value.MaxMinutes * 60L * AudioFormat.SampleRateHz;
        var block = new byte[BlockBytes];
        while (true)
        {
            var count = await output.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken);
            count -= count % (channels * Pcm.BytesPerSample);
            if (count == 0)
            {
                return;
            }
            census.Add(block.AsSpan(0, count));
            if (census.Frames > most)
            {
                // Whatever length the file stated: a few kilobytes can hold days of silence.
                throw RecordingProbe.TooLong(options.Value);
            }
            writer.Write(block.AsSpan(0, count));
            progress((int)AudioFormat.Milliseconds(census.Frames));
        }
    }

    private static List<string> NotesOf(ProbedFile probed, SoundCensus census)
    {
        var notes = new List<string>(probed.Notes);
        if (census.IsClipped)
        {
            notes.Add("The recording is clipped: it was recorded too loud, so more words than usual will be wrong.");
        }
        if (probed.Channels == 1)
        {
            notes.Add("The recording has one channel.");
        }
        else if (probed.Channels > 2)
        {
            notes.Add($"The recording has {probed.Channels} channels, which were mixed into one.");
        }
        else if (census.SidesAreTheSame)
        {
            notes.Add("Both channels of the recording hold the same sound.");
        }
        return notes;
    }
}
