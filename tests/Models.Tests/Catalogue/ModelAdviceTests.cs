using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class ModelAdviceTests
{
    private readonly ModelAdvice _advice = new(ModelCatalogue.Load());

    [Theory]
    [InlineData(2, 24_000, false, "whisper-tiny.en", "qwen2.5-1.5b")]
    [InlineData(4, 4_000, false, "whisper-base.en", "qwen2.5-1.5b")]
    [InlineData(4, 1_800, false, "whisper-tiny.en", "qwen2.5-1.5b")]
    [InlineData(4, 1_400, false, "whisper-tiny.en", "llama-3.2-1b")]
    [InlineData(4, 11_091, false, "whisper-base.en", "qwen2.5-1.5b")]
    [InlineData(4, 11_092, false, "whisper-base.en", "llama-3.2-3b")]
    [InlineData(2, 24_000, true, "whisper-tiny.en", "llama-3.2-3b")]
    [InlineData(8, 3_000, true, "whisper-base.en", "llama-3.2-3b")]
    [InlineData(8, 450, true, "whisper-tiny.en")]
    [InlineData(8, 300, false)]
    public void OneOfEachRoleThatFits_IsRecommended(int cores, int freeMiB, bool gpu, params string[] names) =>
        Assert.Equal(names, _advice.Recommended(new MachineProfile(cores, 32_000, freeMiB, HasCuda: gpu)).Select(entry => entry.Name).OrderBy(name => !name.StartsWith('w')));

    [Fact]
    public void WhatDoesNotFit_SaysWhatIsMissing()
    {
        var advised = _advice.For(new MachineProfile(4, 4_000, 2_000)).Single(advised => advised.Entry.Name == "llama-3.2-3b");
        Assert.False(advised.Fits);
        Assert.Equal("It needs 2,900 MiB of memory, and 2,000 MiB are free.", advised.Why);
    }

    [Fact]
    public void EveryEntry_HasASentence()
    {
        var advice = _advice.For(new MachineProfile(2, 24_000, 20_000));
        Assert.Equal(7, advice.Count);
        Assert.All(advice, advised => Assert.EndsWith(".", advised.Why, StringComparison.Ordinal));
        Assert.Contains("wants 4 cores", advice[0].Why, StringComparison.Ordinal);
        Assert.False(advice.Single(advised => advised.Entry.Name == "whisper-base").Recommended);
    }
}
