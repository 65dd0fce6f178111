using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
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
    private const int KeptEvents = 500;
    private const string Scenario = "visit-before-a-trip";
    private readonly LeanHub _trainee;
    private readonly CallId _id;
    private readonly Lock _lock = new();
    private readonly Queue<(double AtMs, string Event)> _events = [];
    private byte[]? _before;
    private LeanHub? _supervisor;
    private double _callBeganMs;
    private long _offset;
    private long _seq;

    private OwnCall(LeanHub trainee, CallId id)
    {
        (_trainee, _id) = (trainee, id);
        trainee.Called = Keep;
    }

    public Timings Timings { get; } = new();

    public static async Task<OwnCall> StartAsync(TestBrowser person)
    {
        var trainee = await LeanHub.ConnectAsync(person.Address, "/hubs/call", person.Cookies);
        var state = await trainee.InvokeAsync<CallState>("Start", new StartCall(Scenario, Difficulty.Beginner, Seed: 1));
        var call = new OwnCall(trainee, state.CallId);
        await trainee.StreamAsync("ReceiveAudio", [call._id], call.GotVoice);
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

    public async Task SpeakAsync(ReadOnlyMemory<short> samples)
    {
        // With the first packet: of a browser that opens its microphone and sends nothing the server takes it that it hangs.
        _before ??= await _trainee.UploadAsync("SendAudio", _id);
        var pcm = Convert.ToBase64String(MemoryMarshal.AsBytes(samples.Span));
        var item = Encoding.UTF8.GetBytes($"{{\"seq\":{_seq++},\"utterance\":0,\"offset\":{_offset},\"pcm\":\"{pcm}\"}}}}\u001e");
        _offset += samples.Length;
        await _trainee.SendAsync([.. _before, .. item]);
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

    public string WhatHappened(double fromMs, double toMs)
    {
        lock (_lock)
        {
            return string.Join(", ", _events.Where(kept => kept.AtMs >= fromMs && kept.AtMs <= toMs).Select(kept => $"{kept.Event} at {kept.AtMs:0} ms"));
        }
    }

    private void GotVoice(ReadOnlyMemory<byte> item) => Timings.CallerGot(
        LeanHub.Number(item.Span, "\"utterance\":"u8), AudioFormat.Milliseconds(LeanHub.Number(item.Span, "\"offset\":"u8)));

    // What moves several times a second says nothing about why sound was late.
    private void Keep(ReadOnlyMemory<byte> record)
    {
        using var message = JsonDocument.Parse(record);
        var happened = message.RootElement.GetProperty("arguments")[0];
        if (happened.ValueKind != JsonValueKind.Object || happened.GetProperty("type").GetString() is not { } type || type is "metersMoved" or "partialHeard")
        {
            return;
        }
        var utterance = happened.TryGetProperty("utterance", out var number) ? $" {number}" : "";
        lock (_lock)
        {
            _events.Enqueue((Timings.NowMs, type + utterance));
            if (_events.Count > KeptEvents)
            {
                _events.Dequeue();
            }
        }
    }

    private void Overhear(ReadOnlyMemory<byte> item) => Timings.ListenerGot(
        Timings.NowMs - _callBeganMs - PacketMs - AudioFormat.Milliseconds(LeanHub.Number(item.Span, "\"offset\":"u8)));
}
