namespace RealtimeTraining.Server.Engines;

/// <summary>A trial that cannot be made now, with a stable code and a sentence that says what to do.</summary>
public sealed class EngineTrialException(string code, string message) : Exception(message)
{
    public string Code => code;
}
