using LLama;
using LLama.Native;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>
/// A grammar over a model's tokens, with how far a reply has come in it. A token that it does not allow must never be
/// accepted: the native code ends the process then. Not thread-safe.
/// </summary>
internal sealed class ReplyGrammar : IDisposable
{
    private const int MaxLength = 64 * 1024;
    private readonly SafeLLamaSamplerChainHandle _chain;

    /// <exception cref="ArgumentException">It is not a grammar in GBNF.</exception>
    public ReplyGrammar(LLamaWeights weights, string gbnf)
    {
        if (string.IsNullOrWhiteSpace(gbnf) || gbnf.Length > MaxLength || gbnf.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"A grammar has 1 to {MaxLength} characters and no zero character.", nameof(gbnf));
        }
        _chain = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());
        // The native code puts nothing in the chain when it cannot read the grammar, and ends the process when that is
        // used. It says so in its log alone.
        if (LLamaNative.ErrorIn(() => _chain.AddGrammar(weights.NativeHandle, gbnf, "root")) is { } error)
        {
            _chain.Dispose();
            throw new ArgumentException($"The grammar is not GBNF with a rule named root that does not begin with itself: {error}.", nameof(gbnf));
        }
    }

    /// <summary>Whether wrong grammars are noticed, on which the process depends.</summary>
    public static bool IsGuarded(LLamaWeights weights)
    {
        using var chain = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());
        return LLamaNative.ErrorIn(() => chain.AddGrammar(weights.NativeHandle, "other ::= \"a\"", "root")) is not null;
    }

    public bool Allows(LLamaToken token)
    {
        LLamaTokenData[] one = [new LLamaTokenData(token, 1, 0)];
        return KeepAllowed(one) > 0;
    }

    /// <summary>Sets the logits of what is not allowed to minus infinity.</summary>
    /// <returns>How many are left.</returns>
    public int KeepAllowed(Memory<LLamaTokenData> candidates)
    {
        using (LLamaTokenDataArrayNative.Create(new LLamaTokenDataArray(candidates), out var native))
        {
            _chain.Apply(ref native);
        }
        var left = 0;
        foreach (var candidate in candidates.Span)
        {
            left += float.IsNegativeInfinity(candidate.Logit) ? 0 : 1;
        }
        return left;
    }

    public void Accept(LLamaToken token) => _chain.Accept(token);

    public void Dispose() => _chain.Dispose();
}
