using LLama;
using LLama.Batched;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>The loaded weights and what was settled from them. Reading is thread-safe; owned and disposed by the worker.</summary>
internal sealed class LLamaModel : IDisposable
{
    /// <summary>Tokens worked out in one step, over all conversations.</summary>
    public const int StepTokens = 512;

    private const int MostThreads = 8;
    private readonly ModelParams _parameters;

    private LLamaModel(LLamaWeights weights, ModelParams parameters, SequenceBudget budget, int contextTokens) =>
        (Weights, _parameters, Budget, ContextTokens, Candidates) = (weights, parameters, budget, contextTokens, new LLamaTokenData[weights.Vocab.Count]);

    public LLamaWeights Weights { get; }

    public SequenceBudget Budget { get; }

    /// <summary>Of one conversation.</summary>
    public int ContextTokens { get; }

    /// <summary>Room for a whole vocabulary, for the worker to choose a token in.</summary>
    public LLamaTokenData[] Candidates { get; }

    /// <exception cref="InvalidOperationException">The file cannot be used; the message says why and what to do.</exception>
    public static async Task<LLamaModel> LoadAsync(string path, LLamaChatOptions options, CancellationToken cancellationToken)
    {
        if ((LLamaNative.Problem() ?? GgufFile.Problem(path)) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }
        var threads = options.Threads ?? DefaultThreads(Environment.ProcessorCount);
        var parameters = new ModelParams(path)
        {
            GpuLayerCount = options.GpuLayers,
            Threads = threads,
            BatchThreads = threads,
            BatchSize = StepTokens,
            // One pool of memory for all, so that a common beginning is held once.
            KVUnified = true,
        };
        LLamaWeights? weights = null;
        try
        {
            weights = await LLamaWeights.LoadFromFileAsync(parameters, cancellationToken);
            _ = new PromptTokens(weights).Of([("user", "Hello.")]);
            if (!ReplyGrammar.IsGuarded(weights))
            {
                throw new InvalidOperationException("this version of llama.cpp does not tell of wrong grammars");
            }
            var contextTokens = Math.Min(options.ContextTokens, weights.ContextSize);
            var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - (long)weights.SizeInBytes;
            var budget = SequenceBudget.Of(options, contextTokens, SequenceBudget.TokenBytes(weights.Metadata), Environment.ProcessorCount, memory);
            parameters.SeqMax = (uint)budget.Total;
            parameters.ContextSize = (uint)(budget.Total * contextTokens);
            return new LLamaModel(weights, parameters, budget, contextTokens);
        }
        catch (Exception e) when (e is RuntimeError or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            weights?.Dispose();
            throw new InvalidOperationException(weights is null
                ? $"{path} cannot be loaded; it is cut off, damaged, or too big for this machine's memory: {GgufFile.Cure}"
                : $"{path} is not a model to talk to ({e.Message}): {GgufFile.Cure}", e);
        }
    }

    /// <exception cref="InvalidOperationException">There is no memory for the conversations.</exception>
    public BatchedExecutor CreateExecutor()
    {
        try
        {
            return new BatchedExecutor(Weights, _parameters);
        }
        catch (RuntimeError e)
        {
            throw new InvalidOperationException(
                $"There is no memory for {Budget.Total} conversations of {ContextTokens} tokens: lower {LLamaChatOptions.Section}:{nameof(LLamaChatOptions.ContextTokens)}, {nameof(LLamaChatOptions.Conversations)} or {nameof(LLamaChatOptions.KeptConversations)}.", e);
        }
    }

    // One core is left to the sound of the calls, where there are enough.
    private static int DefaultThreads(int cores) => Math.Clamp(cores > 2 ? cores - 1 : cores, 1, MostThreads);

    public void Dispose() => Weights.Dispose();
}
