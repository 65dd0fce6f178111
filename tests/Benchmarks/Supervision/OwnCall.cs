using System.Runtime.InteropServices;
using System.Text;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>A call of the product with its listener: the trainee's microphone up, the patient's voice down, both voices to a supervisor.</summary>
internal sealed class OwnCall : ILoadedCall
{
    private const int PacketMs = 40;
    private const string Scenario = "visit-before-a-trip";
    private readonly LeanHub _trainee;
    private readonly CallId _id;
    private byte[] _before = [];
    private LeanHub? _supervisor;
    private double _callBeganMs;
    private long _offset;
    private long _seq;
    private long _utterance;

    private OwnCall(LeanHub trainee, CallId id) => (_trainee, _id) = (trainee, id);

    public Timings Timings { get; } = new();

    public static async Task<OwnCall> StartAsync(TestBrowser person)
    {
        var trainee = await LeanHub.ConnectAsync(person.Address, "/hubs/call", person.Cookies);
        var state = await trainee.InvokeAsync<CallState>("Start", new StartCall(Scenario, Difficulty.Beginner, Seed: 1));
        var call = new OwnCall(trainee, state.CallId);
        await trainee.StreamAsync("ReceiveAudio", [call._id], call.GotVoice);
        call._before = await trainee.UploadAsync("SendAudio", call._id);
        return call;
    }

    public async Task ListenAsync(TestBrowser supervisor)
    {
        _supervisor = await LeanHub.ConnectAsync(supervisor.Address, "/hubs/supervision", supervisor.Cookies);
        var state = await _supervisor.InvokeAsync<SupervisedState>("Listen", _id, 0);
        // The server's clock, read while it answered: late by the way back, so that delays come out too long rather than too short.
        _callBeganMs = Timings.NowMs - state.NowMs;
        await _supervisor.StreamAsync("Hear", [_id], Overhear);
    }

    public Task SpeakAsync(ReadOnlyMemory<short> samples)
    {
        var pcm = Convert.ToBase64String(MemoryMarshal.AsBytes(samples.Span));
        var item = Encoding.UTF8.GetBytes($"{{\"seq\":{_seq++},\"utterance\":0,\"offset\":{_offset},\"pcm\":\"{pcm}\"}}}}\u001e");
        _offset += samples.Length;
        return _trainee.SendAsync([.. _before, .. item]);
    }

    /// <summary>Hangs up, so that the trainee can call again.</summary>
    public async Task EndAsync()
    {
        await _trainee.InvokeAsync<object?>("End", _id);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_supervisor is not null)
        {
            await _supervisor.DisposeAsync();
        }
        await _trainee.DisposeAsync();
    }

    private void GotVoice(ReadOnlyMemory<byte> item)
    {
        var utterance = LeanHub.Number(item.Span, "\"utterance\":"u8);
        Timings.CallerGot(AudioFormat.Milliseconds(LeanHub.Number(item.Span, "\"offset\":"u8)), begins: utterance != _utterance);
        _utterance = utterance;
    }

    private void Overhear(ReadOnlyMemory<byte> item) => Timings.ListenerGot(
        Timings.NowMs - _callBeganMs - PacketMs - AudioFormat.Milliseconds(LeanHub.Number(item.Span, "\"offset\":"u8)));
}
