using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Models.Chat.OpenAI;

/// <summary>A chat server of the OpenAI form: Ollama, llama.cpp's server, vLLM, or a cloud.</summary>
public sealed class OpenAIChatOptions : RemoteServerOptions
{
    public const string Section = "Engines:OpenAI:Chat";

    /// <summary>As the server names it: "qwen2.5:1.5b". A server with one model takes any name.</summary>
    [StringLength(200)]
    public string? Model { get; set; }

    /// <summary>From the asking to the first words, further tries included. Default 5,000 ms, 100 to 120,000.</summary>
    [Range(100, 120_000)]
    public int FirstTokenTimeoutMs { get; set; } = 5_000;

    /// <summary>Between two pieces of the answer. Default 3,000 ms, 100 to 60,000.</summary>
    [Range(100, 60_000)]
    public int StallTimeoutMs { get; set; } = 3_000;

    /// <summary>For the whole answer. Default 20,000 ms, 500 to 300,000.</summary>
    [Range(500, 300_000)]
    public int TimeoutMs { get; set; } = 20_000;

    /// <summary>When a request says nothing about it. Default 200, 1 to 8,000.</summary>
    [Range(1, 8_000)]
    public int MaxTokens { get; set; } = 200;

    /// <summary>
    /// What the server calls the limit. Nearly all know "max_tokens"; the reasoning models of OpenAI's own cloud want
    /// "max_completion_tokens".
    /// </summary>
    [RegularExpression("max_tokens|max_completion_tokens")]
    public string MaxTokensName { get; set; } = "max_tokens";

    /// <summary>A longer answer is broken off as an error. Default 8,000 characters, 100 to 100,000.</summary>
    [Range(100, 100_000)]
    public int MaxAnswerChars { get; set; } = 8_000;
}
