namespace RealtimeTraining.Models.Training.Turns;

/// <summary>One stretch of speech of one speaker.</summary>
/// <param name="StartMs">From the start of the conversation.</param>
/// <param name="Text">What was said, as it was written down, without markup; empty where nobody could make out the words.</param>
public sealed record Segment(string Who, double StartMs, double EndMs, string Text);
