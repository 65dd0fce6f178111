using System.Runtime.CompilerServices;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>The microphone of a trainee who waits for the patient: silence, a line, silence until it is answered, the next line, and silence until the last is.</summary>
internal sealed class Conversing(CallClient call, IReadOnlyList<short[]> lines)
{
    private const int PacketMs = 40;

    /// <summary>From the patient's last sound to the next line.</summary>
    private const int BreathMs = 800;

    /// <summary>Who gets no answer goes on after so long; the patient asks whether anyone is there a little later.</summary>
    private const int PatienceMs = 5_000;

    public async IAsyncEnumerable<short[]> SoundAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (clock, sentMs) = (new RealTime(), 0);
        foreach (var line in lines.Append([]))
        {
            var (asked, quietMs, waitedMs) = (PatientSpoke(), 0, 0);
            while (!HasEnded && (quietMs < BreathMs || (PatientSpoke() == asked && waitedMs < PatienceMs)))
            {
                yield return await InTimeAsync(new short[AudioFormat.Samples(PacketMs)]);
                (quietMs, waitedMs) = (PatientSpeaks ? 0 : quietMs + PacketMs, waitedMs + PacketMs);
            }
            foreach (var packet in line.Chunk(AudioFormat.Samples(PacketMs)).TakeWhile(_ => !HasEnded))
            {
                yield return await InTimeAsync(packet);
            }
        }

        async Task<short[]> InTimeAsync(short[] packet)
        {
            await clock.UntilAsync(sentMs, cancellationToken);
            sentMs += PacketMs;
            return packet;
        }
    }

    private bool HasEnded => call.Events.Any(callEvent => callEvent is CallEnded);

    private bool PatientSpeaks => call.Events.OfType<SpeechStarted>().Count(started => started.Party == Party.Patient) > PatientSpoke();

    /// <summary>How often the patient has spoken to the end, or was cut off.</summary>
    private int PatientSpoke() => call.Events.OfType<SpeechStopped>().Count(stopped => stopped.Party == Party.Patient);
}
