namespace RealtimeTraining.Server.Engines.Failover;

/// <summary>What one call's engines tell of each other's end: kept until somebody listens, and told from then on. Thread-safe.</summary>
public sealed class EngineReplacements
{
    private readonly Lock _lock = new();
    private readonly List<EngineReplaced> _early = [];
    private Action<EngineReplaced>? _told;

    public void Report(EngineReplaced replaced)
    {
        lock (_lock)
        {
            if (_told is null)
            {
                _early.Add(replaced);
                return;
            }
        }
        _told(replaced);
    }

    /// <param name="tell">Told of every engine that broke, also of those that broke before.</param>
    public void TellTo(Action<EngineReplaced> tell)
    {
        List<EngineReplaced> early;
        lock (_lock)
        {
            _told = tell;
            early = [.. _early];
            _early.Clear();
        }
        early.ForEach(tell);
    }
}
