using System.Runtime.CompilerServices;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>Audio streams, good and bad, as a browser could send them.</summary>
internal static class Audio
{
    public static async IAsyncEnumerable<AudioPacket> Packets(IEnumerable<byte[]> pcm)
    {
        await Task.Yield();
        var (seq, offset) = (0L, 0L);
        foreach (var bytes in pcm)
        {
            yield return new AudioPacket(seq++, 0, offset, bytes);
            offset += bytes.Length / 2;
        }
    }

    public static async IAsyncEnumerable<AudioPacket> From(params long[] offsets)
    {
        await Task.Yield();
        foreach (var offset in offsets)
        {
            yield return new AudioPacket(0, 0, offset, new byte[640]);
        }
    }

    public static async IAsyncEnumerable<AudioPacket> Never([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }

    public static async Task DrainAsync(IAsyncEnumerable<AudioPacket> packets)
    {
        await foreach (var _ in packets)
        {
        }
    }
}
