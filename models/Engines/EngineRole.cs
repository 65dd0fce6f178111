namespace RealtimeTraining.Models.Engines;

/// <summary>What an engine is for. Each role has one port and several engines below it.</summary>
public enum EngineRole
{
    Recogniser,
    PatientWords,
    Voice,
    WebRtc,
    HubFormat,
    Store,
}
