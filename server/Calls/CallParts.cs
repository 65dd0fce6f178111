using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>Everything one call is made of. The call owns and disposes the recognition stream and the recorder.</summary>
public sealed record CallParts
{
    public required CallClock Clock { get; init; }

    public required CallOptions Options { get; init; }

    public required Scenario Scenario { get; init; }

    public required IPatientMind Mind { get; init; }

    public required ILiveCoach Coach { get; init; }

    public required IReplyWriter ReplyWriter { get; init; }

    /// <summary>Null: the trainee types.</summary>
    public required IRecognitionStream? Recognition { get; init; }

    /// <summary>Null: the browser's own voice speaks.</summary>
    public required ISpeechSynthesizer? Synthesizer { get; init; }

    /// <summary>What is given back when the call is over.</summary>
    public IAsyncDisposable? Engines { get; init; }

    /// <summary>Null: audio goes over the hub only.</summary>
    public WebRtcGateways? Gateways { get; init; }

    public required ISpeechDetector SpeechDetector { get; init; }

    public required ITurnDetector TurnDetector { get; init; }

    public required ICallRecorder Recorder { get; init; }
}
