using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>
/// The decoder follows the microphone by a running mean of the cepstra, kept from utterance to utterance. That helps
/// within a call and hurts the next one. There is no call to reset it, but frames that equal the model's own starting
/// value, fed through the public feature computation, bring it back there: the mean forgets, by 500 of 900 frames, whenever
/// more than 800 have been counted.
/// </summary>
internal sealed unsafe class CepstralMean : IDisposable
{
    private const int MaxBlock = 245;

    // The last two bring the count itself to 500, wherever it stood, so that every call begins alike.
    private static readonly int[] Blocks = [.. Enumerable.Repeat(200, 80), 60, MaxBlock];

    // -cmninit of the model's feat.params.
    private static readonly float[] Start =
        [41.00f, -5.29f, -0.12f, 5.09f, 2.48f, -4.07f, -1.37f, -1.78f, -5.08f, -2.05f, -6.45f, -1.42f, 1.17f];

    private readonly nint features;
    private readonly nint output;
    private readonly float* values;
    private readonly float** rows;

    public CepstralMean(nint features)
    {
        this.features = features;
        output = SphinxNative.AllocateFeatures(features, MaxBlock + 64);
        values = (float*)NativeMemory.Alloc((nuint)(MaxBlock * Start.Length), sizeof(float));
        rows = (float**)NativeMemory.Alloc(MaxBlock, (nuint)sizeof(float*));
        for (var i = 0; i < MaxBlock; i++)
        {
            rows[i] = values + i * Start.Length;
        }
    }

    /// <summary>Between utterances only.</summary>
    public void Reset()
    {
        for (var block = 0; block < Blocks.Length; block++)
        {
            // The computation subtracts the mean in place, so each block is written anew.
            for (var i = 0; i < Blocks[block]; i++)
            {
                Start.CopyTo(new Span<float>(rows[i], Start.Length));
            }
            var count = Blocks[block];
            _ = SphinxNative.ComputeFeatures(
                features, rows, ref count, block == 0 ? 1 : 0, block == Blocks.Length - 1 ? 1 : 0, output);
        }
    }

    public void Dispose()
    {
        SphinxNative.FreeFeatures(output);
        NativeMemory.Free(rows);
        NativeMemory.Free(values);
    }
}
