namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Hears both voices of one call. Positions are samples on the call's clock, 16 kHz; the patient's lie up to
/// <see cref="CallOptions.PlayoutLeadMs"/> ahead of it. Implementations are thread-safe.
/// </summary>
public interface ICallTap
{
    void Trainee(long atSample, ReadOnlySpan<short> samples);

    void Patient(long atSample, ReadOnlySpan<short> samples);

    /// <summary>What was sent after this position was never heard.</summary>
    void ErasePatient(long fromSample);
}
