using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Supervision;

/// <param name="Rows">Every live call of the tenant.</param>
public sealed record WallboardState(IReadOnlyList<WallboardRow> Rows);

/// <param name="Rows">What is different or new, whole.</param>
/// <param name="Gone">Calls that are over.</param>
public sealed record WallboardUpdate(IReadOnlyList<WallboardRow> Rows, IReadOnlyList<CallId> Gone);

/// <summary>Where a call stands, for a supervisor who has just come.</summary>
/// <param name="Events">The log after the sequence number that was asked for.</param>
/// <param name="Shown">The trainee sees that somebody listens.</param>
/// <param name="WebRtc">The browser may try WebRTC for the sound; null: it goes over the hub.</param>
public sealed record SupervisedState(
    CallId CallId, Guid VisitId, CallStatus Status, int NowMs, string Trainee, string Patient, string ScenarioTitle, Difficulty Difficulty,
    bool Shown, IReadOnlyList<CallEvent> Events, WebRtcInvitation? WebRtc);

/// <summary>How a supervisor takes part now.</summary>
/// <param name="Shown">The trainee sees it.</param>
/// <param name="Recognised">While barged in: the patient hears the voice. False: there is no recogniser to be had, and what is to be said to the patient has to be typed.</param>
public sealed record SupervisionState(SupervisionMode Mode, bool Shown, bool Recognised);
