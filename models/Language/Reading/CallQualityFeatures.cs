using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>A whole conversation as the shares of what one side did in it: asked, reflected, informed, and reflections against questions.</summary>
public static class CallQualityFeatures
{
    public const string Name = "call-1";

    /// <param name="behaviours">By utterance, the probability of question, reflection, information or advice, and other.</param>
    public static void Fill(FeatureVector vector, IReadOnlyList<float[]> behaviours)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(behaviours);
        vector.Clear();
        var shares = new float[3];
        foreach (var behaviour in behaviours)
        {
            for (var k = 0; k < shares.Length; k++)
            {
                shares[k] += behaviour[k] / behaviours.Count;
            }
        }
        foreach (var share in shares)
        {
            vector.AddDense(share);
        }
        vector.AddDense(shares[1] / Math.Max(0.01f, shares[0] + shares[1]));
    }
}
