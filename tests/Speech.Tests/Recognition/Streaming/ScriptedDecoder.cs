using System.Threading.Channels;
using RealtimeTraining.Speech.Recognition.Streaming;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

/// <summary>Hands each decode to the test, which says when it ends and with what words. Like the real one it does not end by being cancelled alone.</summary>
internal sealed class ScriptedDecoder : IWindowDecoder
{
    private readonly Channel<ScriptedDecode> decodes = Channel.CreateUnbounded<ScriptedDecode>();

    /// <summary>No decode waits to be looked at.</summary>
    public bool IsIdle => decodes.Reader.Count == 0;

    public Task<IReadOnlyList<DecodedSegment>> DecodeAsync(WindowRequest request, CancellationToken cancellationToken)
    {
        var decode = new ScriptedDecode(request, cancellationToken);
        decodes.Writer.TryWrite(decode);
        return decode.Result.Task;
    }

    public async Task<ScriptedDecode> NextAsync() => await decodes.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}
