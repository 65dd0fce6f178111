using System.Text.Json;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace RealtimeTraining.Models.Chat.OpenAI;

/// <summary>Between the words of Microsoft.Extensions.AI and those of the OpenAI package.</summary>
internal static class ChatTranslation
{
    /// <exception cref="NotSupportedException">A message holds something else than text, or has another role.</exception>
    public static IReadOnlyList<Sdk.ChatMessage> Messages(IEnumerable<ChatMessage> messages) => [.. messages.Select(Message)];

    /// <exception cref="NotSupportedException">Tools are asked for.</exception>
    public static Sdk.ChatCompletionOptions Request(ChatOptions? options, OpenAIChatOptions defaults)
    {
        if (options?.Tools is { Count: > 0 })
        {
            throw new NotSupportedException("Patients use no tools.");
        }
        var request = new Sdk.ChatCompletionOptions
        {
            Temperature = options?.Temperature,
            TopP = options?.TopP,
            FrequencyPenalty = options?.FrequencyPenalty,
            PresencePenalty = options?.PresencePenalty,
            ResponseFormat = Format(options?.ResponseFormat),
        };
        foreach (var stop in options?.StopSequences ?? [])
        {
            request.StopSequences.Add(stop);
        }
#pragma warning disable OPENAI001 // Seeds are marked as experimental, but all servers know them.
        request.Seed = options?.Seed;
#pragma warning restore OPENAI001
        SetMaxTokens(request, options?.MaxOutputTokens ?? defaults.MaxTokens, defaults.MaxTokensName);
        return request;
    }

    public static ChatResponseUpdate Update(Sdk.StreamingChatCompletionUpdate update)
    {
        var result = new ChatResponseUpdate
        {
            Role = update.Role is null ? null : ChatRole.Assistant,
            ResponseId = update.CompletionId,
            MessageId = update.CompletionId,
            ModelId = update.Model,
            CreatedAt = update.CreatedAt,
            FinishReason = update.FinishReason is { } reason ? Reason(reason) : null,
            RawRepresentation = update,
        };
        foreach (var part in update.ContentUpdate.Where(part => !string.IsNullOrEmpty(part.Text)))
        {
            result.Contents.Add(new TextContent(part.Text));
        }
        if (update.Usage is { } usage)
        {
            result.Contents.Add(new UsageContent(new UsageDetails
            {
                InputTokenCount = usage.InputTokenCount,
                OutputTokenCount = usage.OutputTokenCount,
                TotalTokenCount = usage.TotalTokenCount,
            }));
        }
        return result;
    }

    private static Sdk.ChatMessage Message(ChatMessage message)
    {
        if (message.Contents.Any(content => content is not TextContent))
        {
            throw new NotSupportedException("Only text can be sent to the model.");
        }
        return message.Role == ChatRole.System ? new Sdk.SystemChatMessage(message.Text)
            : message.Role == ChatRole.User ? new Sdk.UserChatMessage(message.Text)
            : message.Role == ChatRole.Assistant ? new Sdk.AssistantChatMessage(message.Text)
            : throw new NotSupportedException($"A message of the role \"{message.Role}\" cannot be sent to the model.");
    }

    private static Sdk.ChatResponseFormat? Format(ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatJson { Schema: { } schema } json => Sdk.ChatResponseFormat.CreateJsonSchemaFormat(
            json.SchemaName ?? "reply", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, jsonSchemaIsStrict: true),
        ChatResponseFormatJson => Sdk.ChatResponseFormat.CreateJsonObjectFormat(),
        _ => null,
    };

    private static ChatFinishReason Reason(Sdk.ChatFinishReason reason) => reason switch
    {
        Sdk.ChatFinishReason.Stop => ChatFinishReason.Stop,
        Sdk.ChatFinishReason.Length => ChatFinishReason.Length,
        Sdk.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        Sdk.ChatFinishReason.ToolCalls or Sdk.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => new ChatFinishReason(JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString())),
    };

    private static void SetMaxTokens(Sdk.ChatCompletionOptions request, int count, string name)
    {
        if (name == "max_completion_tokens")
        {
            request.MaxOutputTokenCount = count;
            return;
        }
#pragma warning disable SCME0001 // The package writes only the newer name; this is its own way to write another.
        request.Patch.Set("$.max_tokens"u8, count);
#pragma warning restore SCME0001
    }
}
