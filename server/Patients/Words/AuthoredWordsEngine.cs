using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>The authored patient: always there, and what every other engine falls back on.</summary>
public sealed class AuthoredWordsEngine : IEngine<IReplyWriter>
{
    public EngineRole Role => EngineRole.PatientWords;

    public string Name => "authored";

    public int Preference => 0;

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("The lines written in the scenario; nothing to install.");

    public IReplyWriter Create(IServiceProvider services) => new AuthoredReplyWriter();
}
