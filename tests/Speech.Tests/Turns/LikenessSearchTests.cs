using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Turns;

public sealed class LikenessSearchTests
{
    private const float Least = 1e-6f;

    // Lengths that are, and are not, multiples of what is done at once.
    [Theory]
    [InlineData(64, 64)]
    [InlineData(64, 71)]
    [InlineData(61, 200)]
    [InlineData(5, 300)]
    [InlineData(960, 5_201)]
    public void CopyOfThePattern_IsFoundWhereverItLies(int patternLength, int soundLength)
    {
        var pattern = Noise.Of(patternLength, 1);
        for (var at = 0; at <= soundLength - patternLength; at += 1 + soundLength / 100)
        {
            var sound = Noise.Of(soundLength, 2);
            for (var i = 0; i < patternLength; i++)
            {
                sound[at + i] = -0.3f * pattern[i];
            }

            var (found, share) = Best(pattern, sound);

            Assert.Equal(at, found);
            Assert.InRange(share, 0.999f, 1.001f);
        }
    }

    [Theory]
    [InlineData(61, 200)]
    [InlineData(40, 47)]
    public void Share_IsTheSquaredCorrelationOverBothPowers(int patternLength, int soundLength)
    {
        var (pattern, sound) = (Noise.Of(patternLength, 3), Noise.Of(soundLength, 4));
        var shares = Enumerable.Range(0, soundLength - patternLength + 1).Select(at => ShareAt(pattern, sound, at)).ToList();

        var (found, share) = Best(pattern, sound);

        Assert.Equal(shares.Max(), (double)share, 4);
        Assert.Equal(shares.IndexOf(shares.Max()), found);
    }

    [Fact]
    public void WhatIsTooQuiet_IsLikeNothing()
    {
        var pattern = Noise.Of(64, 5);
        var sound = pattern.Select(sample => sample * 1e-5f).Concat(new float[64]).ToArray();

        Assert.Equal((0, 0f), Best(pattern, sound));
    }

    private static (int At, float Share) Best(float[] pattern, float[] sound)
    {
        var products = new float[sound.Length - pattern.Length + 1];
        LikenessSearch.Products(pattern, sound, products);
        return LikenessSearch.Best(pattern, sound, products, Least);
    }

    private static double ShareAt(float[] pattern, float[] sound, int at)
    {
        var (product, power, other) = (0.0, 0.0, 0.0);
        for (var i = 0; i < pattern.Length; i++)
        {
            product += (double)pattern[i] * sound[at + i];
            power += (double)pattern[i] * pattern[i];
            other += (double)sound[at + i] * sound[at + i];
        }
        return product * product / (power * other);
    }
}
