using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Threads;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Writes a recording down and keeps each line as it is done; begun again, it goes on after the last line that was kept.
/// While somebody practises on this server it rests three times as long as it works; its threads give way all the time. Singleton.
/// </summary>
public sealed class TranscribeStage(
    RecordingVault vault, ReviewFolder folder, ReviewRecogniser recogniser, SpeechDetectorFactory detectors, RoleFinder roles, CallSessions calls,
    ReviewProgress progress, TimeProvider time)
{
    private const int RestPerWork = 3;

    public async Task DoAsync(TrainingDb db, RecordedCallRow call, CancellationToken cancellationToken)
    {
        using var sound = new RecordedSound(vault.Open(folder.SoundOf(call)), call.Channels ?? 1);
        var stretches = await YieldingThread.RunAsync(() => StretchFinder.Find(sound, call.TwoSided ? 2 : 1, detectors.CreateForRecording, cancellationToken));
        var kept = await db.RecordedLines.CountAsync(line => line.RecordedCallId == call.Id, cancellationToken);
        // What has begun with one voice goes on so: the lines are counted.
        if (!call.TwoSided && (kept == 0 || call.ByVoice))
        {
            var all = stretches;
            stretches = await YieldingThread.RunAsync(() => VoiceStretches.Split(sound, all, cancellationToken));
            call.ByVoice = stretches.Any(stretch => stretch.Channel > 0);
        }
        await using var lease = recogniser.Take();
        await using var stream = await OpenAsync(lease.Port, cancellationToken);
        call.Engine = lease.Port.Name;
        progress.Begin(call.Id, ReviewStage.Transcribe, kept / (double)Math.Max(1, stretches.Count));
        var transcriber = new StretchTranscriber(sound, stream, time);
        for (var i = kept; i < stretches.Count; i++)
        {
            var began = time.GetTimestamp();
            var words = await transcriber.WriteDownAsync(stretches[i], cancellationToken);
            db.Add(new RecordedLineRow
            {
                RecordedCallId = call.Id, Number = i + 1, Channel = stretches[i].Channel, StartMs = stretches[i].StartMs, EndMs = stretches[i].EndMs,
                Sealed = vault.Seal(JsonSerializer.SerializeToUtf8Bytes(words, Json.Options), RecordedLines.NameOf(call.Id, i + 1)),
            });
            await db.SaveChangesAsync(cancellationToken);
            progress.Move(call.Id, (i + 1.0) / stretches.Count);
            await YieldAsync(time.GetElapsedTime(began), cancellationToken);
        }
        if (!call.TwoSided)
        {
            await TellApartAsync(db, call, cancellationToken);
        }
    }

    /// <summary>Which voice is the member of staff's, and what a coach should know of it.</summary>
    private async Task TellApartAsync(TrainingDb db, RecordedCallRow call, CancellationToken cancellationToken)
    {
        if (call.ByVoice)
        {
            var lines = await RecordedLines.LoadAsync(db, vault, call.Id, cancellationToken);
            call.StaffChannel = roles.StaffOf([.. lines.Select(line => (line.Row.Channel, line.Words.Text))]);
        }
        var note = call.ByVoice
            ? "Staff and caller were told apart by their voices, and found by how they talk. Short answers may stand with the wrong one: swap the voices, or correct a line."
            : "Only one voice was found in it. Everything is taken as said by one unknown speaker.";
        call.Notes = string.Join('\n', call.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except([note]).Append(note));
    }

    private async Task YieldAsync(TimeSpan worked, CancellationToken cancellationToken)
    {
        if (calls.Live.Count > 0)
        {
            await Task.Delay(worked * RestPerWork, time, cancellationToken);
        }
    }

    private async Task<IRecognitionStream> OpenAsync(ISpeechRecognizer port, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await port.OpenAsync(RecognitionContext.None, cancellationToken);
            }
            catch (RecognizerBusyException)
            {
                // An engine shared with the calls: they come first.
                await Task.Delay(TimeSpan.FromSeconds(5), time, cancellationToken);
            }
        }
    }
}
