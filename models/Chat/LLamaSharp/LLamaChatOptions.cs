using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>The language model in this process. Section <c>Engines:LLamaSharp</c> of the configuration; checked at start.</summary>
public sealed class LLamaChatOptions
{
    public const string Section = "Engines:LLamaSharp";

    /// <summary>A GGUF file with a chat template. Default the one that is installed.</summary>
    public string? ModelPath { get; set; }

    /// <summary>Tokens that one conversation may have, prompt and reply together. Default 4,096, 256 to 131,072; never more than the model was trained for.</summary>
    [Range(256, 131_072)]
    public int ContextTokens { get; set; } = 4_096;

    /// <summary>Replies written at the same time. Default by cores and memory, 1 to 8; 1 to 64.</summary>
    [Range(1, 64)]
    public int? Conversations { get; set; }

    /// <summary>Conversations beyond those that are kept worked out for their next turn, the latest first. Default twice as many, as memory allows; 0 to 128.</summary>
    [Range(0, 128)]
    public int? KeptConversations { get; set; }

    /// <summary>Threads that work on the model. Default the machine's cores, less one when there are more than two, at most 8; 1 to 256.</summary>
    [Range(1, 256)]
    public int? Threads { get; set; }

    /// <summary>Layers of the model put on a GPU, when a native library that can is there. Default 0, 0 to 1,000.</summary>
    [Range(0, 1_000)]
    public int GpuLayers { get; set; }

    /// <summary>A reply is given up when its first or next token takes longer, whatever for. Default 5,000 ms, 50 to 120,000.</summary>
    [Range(50, 120_000)]
    public int StallMs { get; set; } = 5_000;

    /// <summary>Replies that may wait for others to end. Default 16, 0 to 1,000.</summary>
    [Range(0, 1_000)]
    public int QueueLength { get; set; } = 16;

    /// <summary>The longest reply, in tokens, when the request does not say. Default 256, 1 to 8,192.</summary>
    [Range(1, 8_192)]
    public int MaxReplyTokens { get; set; } = 256;

    /// <summary>Prompt tokens worked out in one step while others are being answered, so that theirs do not falter. Default 64, 1 to 384.</summary>
    [Range(1, 384)]
    public int PromptStepTokens { get; set; } = 64;
}
