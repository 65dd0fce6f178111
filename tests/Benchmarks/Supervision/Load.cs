using System.Diagnostics;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>Lets trainees talk in real time: two and a half seconds of sound and as much silence, each at another moment.</summary>
internal static class Load
{
    private const int PacketMs = 40;
    private const int TurnMs = 5_000;

    /// <summary>What comes while the streams are being opened is not measured.</summary>
    private const int SettleMs = 3_000;
    private static readonly ReadOnlyMemory<short> Sound = Buzz();
    private static readonly ReadOnlyMemory<short> Silence = new short[AudioFormat.Samples(PacketMs)];

    public static async Task TalkAsync(IReadOnlyList<ILoadedCall> calls, int milliseconds, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        for (var packet = 0; packet * PacketMs < SettleMs + milliseconds; packet++)
        {
            // A quarter of them every 10 ms, as browsers' clocks are not in step.
            for (var quarter = 0; quarter < 4; quarter++)
            {
                var early = TimeSpan.FromMilliseconds(packet * PacketMs + quarter * PacketMs / 4) - Stopwatch.GetElapsedTime(began);
                if (early > TimeSpan.Zero)
                {
                    await Task.Delay(early, cancellationToken);
                }
                for (var number = quarter; number < calls.Count; number += 4)
                {
                    await calls[number].SpeakAsync(Speaks(number, packet) ? Sound : Silence);
                }
            }
            if (packet * PacketMs == SettleMs)
            {
                foreach (var call in calls)
                {
                    call.Timings.Begin();
                }
            }
        }
        foreach (var call in calls)
        {
            call.Timings.End();
        }
    }

    private static bool Speaks(int number, int packet) => (packet * PacketMs + number * 371) % TurnMs < TurnMs / 2;

    private static short[] Buzz()
    {
        var samples = new short[AudioFormat.Samples(PacketMs)];
        var random = new Random(1);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(4_000 * Math.Sin(i * 0.05) + random.Next(-500, 500));
        }
        return samples;
    }
}
