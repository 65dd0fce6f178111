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
    private readonly SafeLLamaSamplerChainHandle _shape = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());
    private readonly SafeLLamaSamplerChainHandle _pick = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());
    private readonly ReplyGrammar? _grammar;
    private readonly LLamaTokenData[] _candidates;

    /// <exception cref="ArgumentException">The grammar is wrong.</exception>
    public ReplySampler(LLamaModel model, ChatOptions options, string? grammar)
    {
        _grammar = grammar is null ? null : new ReplyGrammar(model.Weights, grammar);
        _candidates = model.Candidates;
        if (options.FrequencyPenalty is not null || options.PresencePenalty is not null)
        {
            _shape.AddPenalties(PenaltyWindow, 1, options.FrequencyPenalty ?? 0, options.PresencePenalty ?? 0);
        }
        _shape.AddTopK(options.TopK ?? DefaultTopK);
        var temperature = options.Temperature ?? DefaultTemperature;
        if (temperature <= 0)
        {
            _pick.AddGreedySampler();
            return;
        }
        _shape.AddTopP(options.TopP ?? DefaultTopP, 1);
        _shape.AddMinP(MinP, 1);
        _shape.AddTemperature(temperature);
        _pick.AddDistributionSampler(options.Seed is { } seed ? (uint)seed : (uint)Random.Shared.Next());
    }

    /// <exception cref="InvalidOperationException">The grammar has come to where no token of the model fits it.</exception>
    public LLamaToken Sample(ReadOnlySpan<float> logits)
    {
        // The grammar is slow over a whole vocabulary, and nearly always something likely is allowed.
        var likely = Shape(logits, allowedOnly: false);
        var token = Pick(likely);
        if (_grammar is not null && !_grammar.Allows(token))
        {
            token = Pick(_grammar.KeepAllowed(likely) > 0 ? likely : Shape(logits, allowedOnly: true));
        }
        _shape.Accept(token);
        _grammar?.Accept(token);
        return token;
    }

    public void Dispose()
    {
        _shape.Dispose();
        _pick.Dispose();
        _grammar?.Dispose();
    }

    /// <returns>The tokens that may be chosen.</returns>
    private Memory<LLamaTokenData> Shape(ReadOnlySpan<float> logits, bool allowedOnly)
    {
        var all = LLamaTokenDataArray.Create(logits, _candidates);
        if (allowedOnly && _grammar!.KeepAllowed(all.Data) == 0)
        {
            throw new InvalidOperationException("The grammar allows nothing that this model can write; loosen it.");
        }
        using (LLamaTokenDataArrayNative.Create(all, out var native))
        {
            _shape.Apply(ref native);
            return all.Data[..checked((int)native.Size)];
        }
    }

    private LLamaToken Pick(Memory<LLamaTokenData> candidates)
    {
        using (LLamaTokenDataArrayNative.Create(new LLamaTokenDataArray(candidates), out var native))
        {
            _pick.Apply(ref native);
            return native.Data[checked((int)native.Selected)].ID;
        }
    }
}
