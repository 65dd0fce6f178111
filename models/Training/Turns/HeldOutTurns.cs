namespace RealtimeTraining.Models.Training.Turns;

/// <summary>What models said of conversations that they were not trained on.</summary>
/// <param name="Over">Of the points, then of their misheard twins: 0 to 1.</param>
/// <param name="Temperature">The divisor of scores that makes such probabilities hold.</param>
public sealed record HeldOutTurns(float[] Over, float Temperature);
