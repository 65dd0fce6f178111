using System.Threading.Channels;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Writes a call's recording on a stage of its own, so that a slow disk never holds up the voices. A disk that is full
/// or gone ends the recording, not the call; a queue that is full loses sound from the recording, and counts it. A supervisor's
/// track lies in a file of its own, as few calls have one. It begins with the first barge.
/// </summary>
public sealed class CallRecorder : ICallRecorder
{
    private readonly Channel<Entry> _queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(3_000) { SingleReader = true });
    private readonly WavRecorder? _file;
    private readonly Func<WavRecorder> _openSupervisor;
    private readonly Task _writing;
    private WavRecorder? _supervisor;
    private long _lost;
    private string? _failure;
    private Action<string>? _failed;

    /// <param name="path">Of trainee and patient.</param>
    /// <param name="supervisorPath">Of a supervisor who speaks to both.</param>
    public CallRecorder(string path, string supervisorPath)
        : this(() => WavRecorder.Open(path), () => WavRecorder.Open(supervisorPath, tracks: 1))
    {
    }

    public CallRecorder(Func<WavRecorder> open, Func<WavRecorder> openSupervisor)
    {
        _openSupervisor = openSupervisor;
        _file = Open(open);
        _writing = WriteAsync();
    }

    /// <summary>What an interrupted recording already holds.</summary>
    public int LengthMs => (int)AudioFormat.Milliseconds(_file?.LengthSamples ?? 0);

    public long LostFrames => Interlocked.Read(ref _lost);

    /// <summary>Told once, with a sentence for the trainee, when there will be no more recording.</summary>
    public void OnFailed(Action<string> failed)
    {
        _failed = failed;
        if (_failure is { } already)
        {
            failed(already);
        }
    }

    public void Trainee(long atSample, ReadOnlySpan<short> samples) => Queue(new Entry(RecordingChannel.Trainee, atSample, samples.ToArray()));

    public void Patient(long atSample, ReadOnlySpan<short> samples) => Queue(new Entry(RecordingChannel.Patient, atSample, samples.ToArray()));

    public void Supervisor(long atSample, ReadOnlySpan<short> samples) => Queue(new Entry(RecordingChannel.Supervisor, atSample, samples.ToArray()));

    public void ErasePatient(long fromSample) => Queue(new Entry(RecordingChannel.Patient, fromSample, null));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        _file?.Dispose();
        _supervisor?.Dispose();
    }

    private void Queue(Entry entry)
    {
        if (_file is not null && !_queue.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var entry in _queue.Reader.ReadAllAsync())
        {
            var at = Math.Max(0, entry.At);
            if (entry.Channel == RecordingChannel.Supervisor)
            {
                (_supervisor ??= Open(_openSupervisor))?.Write(0, at, entry.Samples!);
            }
            else if (entry.Samples is { } samples)
            {
                _file!.Write((int)entry.Channel, at, samples);
            }
            else
            {
                _file!.Erase((int)entry.Channel, at);
            }
        }
    }

    private WavRecorder? Open(Func<WavRecorder> open)
    {
        try
        {
            var file = open();
            file.Failed += failure => Fail(failure.Message);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Fail($"The call is not recorded: {exception.Message}");
            return null;
        }
    }

    private void Fail(string text)
    {
        _failure = text;
        _failed?.Invoke(text);
    }

    // No samples: silence from here on.
    private readonly record struct Entry(RecordingChannel Channel, long At, short[]? Samples);
}
