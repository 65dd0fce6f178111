namespace RealtimeTraining.Server.Calls;

/// <summary>Told of every call of this server as it comes and goes. Must return at once and not throw.</summary>
public interface ICallFollower
{
    /// <summary>It rings, or an interrupted call goes on.</summary>
    void Began(CallSession session);

    /// <summary>It is over, or interrupted; its log takes nothing more.</summary>
    void Ended(CallSession session);
}
