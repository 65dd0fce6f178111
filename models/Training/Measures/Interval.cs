namespace RealtimeTraining.Models.Training.Measures;

/// <summary>A figure and the interval that holds it in 95 of 100.</summary>
public readonly record struct Interval(double Value, double Low, double High);
