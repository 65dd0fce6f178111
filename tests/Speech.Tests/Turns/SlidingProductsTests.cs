using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Turns;

public sealed class SlidingProductsTests
{
    private const int Window = 240;
    private const int Step = 80;
    private const int Places = 301;
    private readonly float[] _one = Noise.Of(6_000, 1);
    private readonly float[] _other = Noise.Of(6_000, 2);
    private readonly SlidingProducts _products = new(Window, Step, Places);

    // By a step, by several, not at all, by more than the window, by what is no step, and back.
    [Theory]
    [InlineData(80, 160, 240)]
    [InlineData(160, 320, 640)]
    [InlineData(0, 0, 80)]
    [InlineData(80, 1_000, 1_080)]
    [InlineData(80, 167, 247)]
    [InlineData(640, 80, 160)]
    public void HoweverItMoves_ProductsAreThoseOfTheWindow(params int[] moves)
    {
        foreach (var at in moves)
        {
            var window = _one.AsSpan(at, Window);
            var sound = _other.AsSpan(at, Window + Places - 1);
            var expected = new float[Places];
            LikenessSearch.Products(window, sound, expected);

            var found = _products.Of(at + Window, window, sound);

            for (var place = 0; place < Places; place++)
            {
                Assert.Equal(expected[place], found[place], 1e-3f);
            }
        }
    }

    [Fact]
    public void Forgotten_ItIsMultipliedAnew()
    {
        _products.Of(Window, _one.AsSpan(0, Window), _other.AsSpan(0, Window + Places - 1));
        _other.AsSpan().Clear();
        Assert.NotEqual(0, _products.Of(Window, _one.AsSpan(0, Window), _other.AsSpan(0, Window + Places - 1))[0]);

        _products.Forget();

        Assert.Equal(0, _products.Of(Window, _one.AsSpan(0, Window), _other.AsSpan(0, Window + Places - 1))[0]);
    }
}
