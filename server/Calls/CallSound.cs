using System.Collections.Immutable;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// All that is said in one call, on its way to the recording: whoever joins hears the same, at the same places on the
/// call's clock. Thread-safe.
/// </summary>
public sealed class CallSound(ICallRecorder recording) : ICallRecorder
{
    private ImmutableArray<ICallTap> _taps = [];

    /// <summary>From now on; called in the voices' own threads, so it must only take and return.</summary>
    public void Join(ICallTap tap) => ImmutableInterlocked.Update(ref _taps, taps => taps.Add(tap));

    public void Leave(ICallTap tap) => ImmutableInterlocked.Update(ref _taps, taps => taps.Remove(tap));

    public void Trainee(long atSample, ReadOnlySpan<short> samples)
    {
        recording.Trainee(atSample, samples);
        foreach (var tap in _taps)
        {
            tap.Trainee(atSample, samples);
        }
    }

    public void Patient(long atSample, ReadOnlySpan<short> samples)
    {
        recording.Patient(atSample, samples);
        foreach (var tap in _taps)
        {
            tap.Patient(atSample, samples);
        }
    }

    public void Supervisor(long atSample, ReadOnlySpan<short> samples) => recording.Supervisor(atSample, samples);

    public void ErasePatient(long fromSample)
    {
        recording.ErasePatient(fromSample);
        foreach (var tap in _taps)
        {
            tap.ErasePatient(fromSample);
        }
    }

    public ValueTask DisposeAsync() => recording.DisposeAsync();
}
