using LLama.Native;
using Microsoft.Extensions.AI;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>Chooses one reply's tokens by its options and its grammar. To be made on any thread, used on the worker's alone.</summary>
internal sealed class ReplySampler : IDisposable
{
    private const int DefaultTopK = 40;
    private const float DefaultTopP = 0.95f;
    private const float DefaultTemperature = 0.8f;
    private const float MinP = 0.05f;
    private const int PenaltyWindow = 64;
    private readonly SafeLLamaSamplerChainHandle _chain = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());
    private readonly ReplyGrammar? _grammar;
    private readonly LLamaTokenData[] _candidates;

    /// <exception cref="ArgumentException">The grammar is wrong.</exception>
    public ReplySampler(LLamaModel model, ChatOptions options, string? grammar)
    {
        _grammar = grammar is null ? null : new ReplyGrammar(model.Weights, grammar);
        _candidates = model.Candidates;
        if (options.FrequencyPenalty is not null || options.PresencePenalty is not null)
        {
            _chain.AddPenalties(PenaltyWindow, 1, options.FrequencyPenalty ?? 0, options.PresencePenalty ?? 0);
        }
        var temperature = options.Temperature ?? DefaultTemperature;
        if (temperature <= 0)
        {
            _chain.AddGreedySampler();
            return;
        }
        _chain.AddTopK(options.TopK ?? DefaultTopK);
        _chain.AddTopP(options.TopP ?? DefaultTopP, 1);
        _chain.AddMinP(MinP, 1);
        _chain.AddTemperature(temperature);
        _chain.AddDistributionSampler(options.Seed is { } seed ? (uint)seed : (uint)Random.Shared.Next());
    }

    /// <exception cref="InvalidOperationException">The grammar has come to where no token of the model fits it.</exception>
    public LLamaToken Sample(ReadOnlySpan<float> logits)
    {
        // The grammar is slow over a whole vocabulary, and most of the time the model wants what it asks for.
        var token = Choose(logits, allowedOnly: false);
        if (_grammar is not null && !_grammar.Allows(token))
        {
            token = Choose(logits, allowedOnly: true);
        }
        _chain.Accept(token);
        _grammar?.Accept(token);
        return token;
    }

    public void Dispose()
    {
        _chain.Dispose();
        _grammar?.Dispose();
    }

    private LLamaToken Choose(ReadOnlySpan<float> logits, bool allowedOnly)
    {
        var candidates = LLamaTokenDataArray.Create(logits, _candidates);
        if (allowedOnly && _grammar!.KeepAllowed(candidates.Data) == 0)
        {
            throw new InvalidOperationException("The grammar allows nothing that this model can write; loosen it.");
        }
        using (LLamaTokenDataArrayNative.Create(candidates, out var native))
        {
            _chain.Apply(ref native);
            return native.Data[checked((int)native.Selected)].ID;
        }
    }
}
