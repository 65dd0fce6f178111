using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The course of a call.</summary>
/// <param name="Parts">Greeting, issue and closing, with the time that each took.</param>
/// <param name="Transitions">From one phase of the script to another, in the order of the call.</param>
public sealed record FlowSummary(IReadOnlyList<PartPace> Parts, IReadOnlyList<FlowTransition> Transitions, CallLead Lead);

/// <param name="Share">Of the whole call, 0-1.</param>
public sealed record PartPace(FlowPart Part, int StartMs, int EndMs, double Share, string Comment);

/// <param name="From">Title of the phase before.</param>
/// <param name="InOrder">As the script has it.</param>
public sealed record FlowTransition(string From, string To, bool InOrder, string Comment, Evidence Evidence);

/// <summary>Who brought up what came next: by questions and requests of both.</summary>
/// <param name="TraineeShare">Of what was brought up, 0-1; null: too little to say.</param>
public sealed record CallLead(double? TraineeShare, string Because);
