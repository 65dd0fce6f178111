using System.Text.Json;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Seals and opens what coaches make of calls: their words are about what was said. Thread-safe singleton.</summary>
public sealed class Judgements(RecordingVault vault)
{
    public byte[] Seal(Guid callId, Guid coachId, Judgement judgement) => vault.Seal(JsonSerializer.SerializeToUtf8Bytes(judgement, Json.Options), NameOf(callId, coachId));

    public Judgement Open(JudgementRow row) => JsonSerializer.Deserialize<Judgement>(vault.Unseal(row.Sealed, NameOf(row.RecordedCallId, row.CoachId)), Json.Options)!;

    private static string NameOf(Guid callId, Guid coachId) => $"judgement {callId:N} {coachId:N}";
}
