using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Calls;

/// <param name="Seed">For a repeatable patient; random when null.</param>
/// <param name="Voice">False: the trainee only types and no microphone is opened.</param>
public sealed record StartCall(string ScenarioId, Difficulty Difficulty, int? Seed = null, bool Voice = true);

/// <summary>Where a call stands, for a browser that has just come.</summary>
/// <param name="Events">Everything after the sequence number that was asked for.</param>
/// <param name="ServerSpeaks">False: the browser's own voice has to speak the patient's lines.</param>
/// <param name="ServerListens">False: there is no recogniser and the trainee has to type.</param>
/// <param name="WebRtc">Null: audio goes over the hub.</param>
/// <param name="Opus">The microphone may come over the hub as Opus.</param>
public sealed record CallState(
    CallId CallId, CallStatus Status, int NowMs, bool ServerSpeaks, bool ServerListens, IReadOnlyList<CallEvent> Events,
    WebRtcInvitation? WebRtc = null, bool Opus = false);

public enum CallStatus
{
    Ringing,
    Live,
    Ended,
    Interrupted,
}

/// <summary>Audio in either direction: 16 kHz mono signed 16-bit little-endian, 20 to 40 ms.</summary>
/// <param name="Seq">0, 1, 2, ... within the stream.</param>
/// <param name="Utterance">Down: the patient's utterance it belongs to. Up: 0.</param>
/// <param name="Offset">Down: the first sample's place within the utterance. Up: samples captured since the stream began, so that a gap is seen.</param>
public sealed record AudioPacket(long Seq, int Utterance, long Offset, byte[] Pcm);

/// <summary>
/// The microphone as one packet of Opus (RFC 6716), 16 kHz mono, 20 to 60 ms. The connection keeps their order; one that
/// does not follow on from the one before is the first of a new encoding.
/// </summary>
/// <param name="Offset">As in <see cref="AudioPacket.Offset"/>: of the first sample that went into the packet.</param>
public sealed record OpusPacket(long Offset, byte[] Data);

/// <summary>What the loudspeaker has really played of the patient's utterance.</summary>
/// <param name="SamplesPlayed">Of the utterance, at 16 kHz.</param>
/// <param name="FirstSoundAgoMs">How long ago the utterance's first sound left the loudspeaker; null once reported.</param>
/// <param name="Underruns">How often the jitter buffer ran dry since the stream began.</param>
public sealed record PlayedPosition(int Utterance, long SamplesPlayed, int? FirstSoundAgoMs, int Underruns);
