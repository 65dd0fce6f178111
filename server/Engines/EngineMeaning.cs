using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines;

/// <summary>What an engine, or its absence, means for a trainee, in plain words.</summary>
public static class EngineMeaning
{
    public static bool Has(EngineRole role) => role is EngineRole.Recogniser or EngineRole.Voice or EngineRole.PatientWords;

    public static string Of(EngineRole role, IEngine? engine) => (role, engine?.Name) switch
    {
        (EngineRole.Recogniser, null) => "Nothing here writes down speech, so you type what you would say.",
        (EngineRole.Recogniser, _) when engine!.IsRemote => "You speak, and what you say is sent to the server that your administrator set up, and written down there.",
        (EngineRole.Recogniser, _) => "You speak, and what you say is written down on this machine.",
        (EngineRole.Voice, null) => "The server has no voice, so your browser's own voice speaks for the patient.",
        (EngineRole.Voice, _) when engine!.IsRemote => "The patient's words are sent to the server that your administrator set up, and spoken by it.",
        (EngineRole.Voice, _) => "The patient answers with a voice made on this machine.",
        (EngineRole.PatientWords, "authored") => "The patient's words are the ones that the scenario's author wrote.",
        (EngineRole.PatientWords, null) => "Nothing here can speak for the patient.",
        (EngineRole.PatientWords, _) when engine!.IsRemote => "The patient's words are made up, within what the scenario allows, by a language model on the server that your administrator set up; what you say is sent there.",
        (EngineRole.PatientWords, _) => "The patient's words are made up by a language model within what the scenario allows.",
        (EngineRole.Store, _) => "Calls and accounts are kept in this database.",
        (EngineRole.WebRtc, null) => "Call audio travels over the hub's connection.",
        (EngineRole.WebRtc, _) => "Call audio travels over WebRTC.",
        (EngineRole.HubFormat, _) => "The format in which browser and server talk.",
        _ => "",
    };
}
