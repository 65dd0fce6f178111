using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Patients.Words;

namespace RealtimeTraining.Server.Patients;

public static class PatientServices
{
    public static IServiceCollection AddPatients(this IServiceCollection services)
    {
        services.AddSingleton<IUtteranceUnderstanding, ExampleUnderstanding>();
        services.AddSingleton<IPatientMindFactory, PatientMindFactory>();
        services.AddOptions<ModelReplyWriterOptions>().BindConfiguration(ModelReplyWriterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
