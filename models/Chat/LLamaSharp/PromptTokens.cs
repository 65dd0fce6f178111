using System.Text;
using System.Text.RegularExpressions;
using LLama;
using LLama.Native;
using LLama.Transformers;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>
/// Messages as the model's tokens, in its own chat template. The template is filled with marks that stand for the
/// contents; only the text between the marks may become control tokens. So no content, whatever it says, can end its
/// message or begin another. Thread-safe.
/// </summary>
internal sealed partial class PromptTokens(LLamaWeights weights)
{
    /// <param name="messages">Role ("system", "user", "assistant") and content.</param>
    /// <exception cref="InvalidOperationException">The template leaves out a message.</exception>
    public LLamaToken[] Of(IReadOnlyList<(string Role, string Content)> messages)
    {
        var tokens = new List<LLamaToken>();
        var rendered = Render(messages);
        var (at, found) = (0, 0);
        foreach (Match mark in Mark().Matches(rendered))
        {
            Add(tokens, rendered[at..mark.Index], isContent: false);
            Add(tokens, messages[int.Parse(mark.ValueSpan[1..^1])].Content.Trim(), isContent: true);
            at = mark.Index + mark.Length;
            found++;
        }
        Add(tokens, rendered[at..], isContent: false);
        return found == messages.Count
            ? [.. tokens]
            : throw new InvalidOperationException("The model's chat template has no place for these messages; use another model.");
    }

    private string Render(IReadOnlyList<(string Role, string Content)> messages)
    {
        var template = new LLamaTemplate(weights) { AddAssistant = true };
        for (var i = 0; i < messages.Count; i++)
        {
            template.Add(messages[i].Role, $"\uE000{i}\uE001");
        }
        return PromptTemplateTransformer.ToModelPrompt(template);
    }

    private void Add(List<LLamaToken> tokens, string text, bool isContent)
    {
        if (text.Length == 0)
        {
            return;
        }
        var isFirst = tokens.Count == 0;
        var added = weights.Tokenize(text, add_bos: isFirst, special: !isContent, Encoding.UTF8);
        // A vocabulary may still put together a control token from its letters.
        tokens.AddRange(isContent ? added.Where((token, i) => !IsControl(token) || (isFirst && i == 0 && token == weights.Vocab.BOS)) : added);
    }

    private bool IsControl(LLamaToken token) => token.IsControl(weights.Vocab) || token.IsEndOfGeneration(weights.Vocab);

    [GeneratedRegex("\uE000[0-9]+\uE001")]
    private static partial Regex Mark();
}
