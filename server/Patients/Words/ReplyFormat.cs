using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Chat;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>The form of a model's answer, as a JSON schema and as a grammar. The words come first, so that they can be spoken first.</summary>
public static class ReplyFormat
{
    public const string Say = "say";
    public const string Mood = "mood";
    public const string Reveals = "reveals";

    public static ChatOptions Options(PatientDecision decision, ModelReplyWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(options);
        return new ChatOptions
        {
            Temperature = (float)options.Temperature,
            MaxOutputTokens = options.MaxReplyTokens,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema(decision), "patient_reply", "What the patient says next."),
            AdditionalProperties = new AdditionalPropertiesDictionary { [ChatKeys.Gbnf] = Grammar(decision) },
        };
    }

    public static JsonElement Schema(PatientDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var ids = new JsonObject { ["type"] = "string" };
        if (decision.MayReveal.Count > 0)
        {
            ids["enum"] = new JsonArray([.. decision.MayReveal.Select(id => (JsonNode)id)]);
        }
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                [Say] = new JsonObject { ["type"] = "string" },
                [Mood] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(MoodOf(decision)) },
                [Reveals] = new JsonObject { ["type"] = "array", ["items"] = ids },
            },
            ["required"] = new JsonArray(Say, Mood, Reveals),
            ["additionalProperties"] = false,
        };
        return JsonSerializer.SerializeToElement(schema);
    }

    /// <summary>The words may hold no bracket, star or brace at all; the facts are those that may be named.</summary>
    public static string Grammar(PatientDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var ids = string.Join(" | ", decision.MayReveal.Select(id => $"\"\\\"{id}\\\"\""));
        var list = decision.MayReveal.Count == 0 ? "ws" : "ws ( id ( \",\" ws id )* )? ws";
        var id = decision.MayReveal.Count == 0 ? "" : $"\nid ::= {ids}";
        return $$"""
            root ::= "{" ws "\"{{Say}}\":" ws words "," ws "\"{{Mood}}\":" ws "\"{{MoodOf(decision)}}\"" "," ws "\"{{Reveals}}\":" ws "[" {{list}} "]" ws "}"
            words ::= "\"" char char* "\""
            char ::= [a-zA-Z0-9 .,?!';:-]
            ws ::= " "?{{id}}
            """.ReplaceLineEndings("\n");
    }

    public static string MoodOf(PatientDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Mood.ToString().ToLowerInvariant();
    }
}
