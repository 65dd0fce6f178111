using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;

namespace RealtimeTraining.Server.Patients;

public static class PatientServices
{
    public static IServiceCollection AddPatients(this IServiceCollection services)
    {
        services.AddSingleton<IUtteranceUnderstanding, ExampleUnderstanding>();
        services.AddSingleton<IPatientMindFactory, PatientMindFactory>();
        return services;
    }
}
