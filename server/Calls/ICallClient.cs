namespace RealtimeTraining.Server.Calls;

/// <summary>What the server calls on the browser.</summary>
public interface ICallClient
{
    Task Happened(CallEvent callEvent);

    /// <summary>Everything queued for the loudspeaker is to be dropped now; answered with the position heard.</summary>
    Task FlushAudio(int utterance);
}
