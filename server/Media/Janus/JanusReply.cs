using System.Text.Json;
using System.Text.Json.Nodes;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>One message of Janus, as far as it is of use: https://janus.conf.meetecho.com/docs/rest.html</summary>
/// <param name="Kind">"success", "ack", "event", "error", "webrtcup", "hangup", "detached", "timeout", ...</param>
/// <param name="Transaction">Empty for what Janus says of its own accord.</param>
/// <param name="Sender">The handle it is about; 0: none.</param>
/// <param name="Id">What was created or attached; 0: nothing.</param>
/// <param name="Result">Of the NoSIP plugin: "generated", "processed", ...; empty otherwise.</param>
/// <param name="Sdp">The barebone SDP of "generated".</param>
/// <param name="Jsep">The SDP for the browser.</param>
/// <param name="Error">Null: none.</param>
internal sealed record JanusReply(string Kind, string Transaction, ulong Sender, ulong Id, string Result, string? Sdp, string? Jsep, string? Error)
{
    /// <summary>Null when it is not a message of Janus.</summary>
    public static JanusReply? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject message || message["janus"] is not JsonValue kind)
            {
                return null;
            }
            var data = message["plugindata"]?["data"] as JsonObject;
            var result = data?["result"] as JsonObject;
            var error = message["error"]?["reason"] ?? data?["error"];
            return new JanusReply(
                kind.GetValue<string>(), (string?)message["transaction"] ?? "", (ulong?)message["sender"] ?? 0, (ulong?)message["data"]?["id"] ?? 0,
                (string?)result?["event"] ?? "", (string?)result?["sdp"], (string?)message["jsep"]?["sdp"], (string?)error);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
