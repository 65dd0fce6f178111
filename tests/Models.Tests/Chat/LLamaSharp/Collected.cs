using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Chat.LLamaSharp;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

/// <summary>A whole reply.</summary>
public sealed record Collected(string Text, ChatFinishReason? Finish, UsageDetails Usage, int Pieces)
{
    public static async Task<Collected> OfAsync(LLamaChatClient client, IEnumerable<ChatMessage> messages, ChatOptions options)
    {
        var updates = await client.GetStreamingResponseAsync(messages, options).ToListAsync();
        var usage = Assert.Single(updates.SelectMany(update => update.Contents).OfType<UsageContent>()).Details;
        return new Collected(string.Concat(updates.Select(update => update.Text)), updates[^1].FinishReason, usage, updates.Count(update => update.Text.Length > 0));
    }
}
