namespace RealtimeTraining.Speech.Detection;

/// <summary>
/// The noise floor of several levels at once: the least that each was, smoothed, in the last seconds (minimum statistics after R. Martin 2001, in
/// blocks, so that it costs next to nothing). Follows a louder room within the window and a quieter one at once. Allocates nothing.
/// </summary>
internal sealed class NoiseFloors(int levels)
{
    private const float Smoothing = 0.4f;

    // Six blocks of half a second: people do not speak for three seconds without a gap.
    private const int Blocks = 6;
    private const int BlockFrames = 25;

    private readonly float[] smoothed = new float[levels];
    private readonly float[] least = new float[levels * Blocks];
    private readonly float[] floors = new float[levels];
    private int frames;

    /// <summary>In the unit of the levels.</summary>
    public ReadOnlySpan<float> Values => floors;

    public void Add(ReadOnlySpan<float> now)
    {
        var block = frames / BlockFrames % Blocks;
        var (isFirst, begins) = (frames == 0, frames % BlockFrames == 0);
        for (var i = 0; i < floors.Length; i++)
        {
            smoothed[i] = isFirst ? now[i] : smoothed[i] + Smoothing * (now[i] - smoothed[i]);
            var mine = least.AsSpan(i * Blocks, Blocks);
            if (isFirst)
            {
                mine.Fill(float.PositiveInfinity);
            }
            mine[block] = begins ? smoothed[i] : Math.Min(mine[block], smoothed[i]);
            var floor = mine[0];
            for (var other = 1; other < Blocks; other++)
            {
                floor = Math.Min(floor, mine[other]);
            }
            floors[i] = floor;
        }
        frames++;
    }

    public void Reset() => frames = 0;
}
