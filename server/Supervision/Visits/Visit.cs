using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>One supervisor's stay in one call. Changed only by the call it is in, one thing at a time.</summary>
internal sealed class Visit(SupervisorConnection connection, bool showListening, CallFeed feed, ListenerMedia media)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public SupervisorConnection Connection => connection;

    public CallFeed Feed => feed;

    public ListenerMedia Media => media;

    public SupervisionMode Mode { get; set; }

    /// <summary>The open entry of the audit.</summary>
    public Guid Entry { get; set; }

    /// <summary>The trainee may know now: of listening by the tenant's policy; of a voice always.</summary>
    public bool IsShown => showListening || Mode != SupervisionMode.Listen;

    /// <summary>Nothing more is heard.</summary>
    public bool HasLeft { get; set; }

    /// <summary>The open microphone of a whisper or a barge; null while listening.</summary>
    public SupervisorVoice? Voice { get; set; }

    /// <summary>What hears the supervisor for the patient; null unless barged in.</summary>
    public SupervisorVoice.Ears? Ears { get; set; }

    /// <summary>Where this supervisor hears the call; null: not yet.</summary>
    public LiveSound? Sound { get; set; }

    /// <summary>Tells the browser why it is out of the call; one that is gone need not be told.</summary>
    public async Task DismissAsync(CallSession call, string code, string text) =>
        await connection.Client.Dismissed(call.Id, code, text).WaitAsync(CallFeed.FlushAtMost, call.Clock.Time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
