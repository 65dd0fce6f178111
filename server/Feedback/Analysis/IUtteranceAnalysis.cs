using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Reads how something was said from its words, recognised or typed. The same words read the same. Thread-safe.</summary>
public interface IUtteranceAnalysis
{
    /// <param name="context">What the patient said last, and the trainee before that.</param>
    UtteranceReading ReadTrainee(SpokenLine line, UtteranceContext context = default);

    /// <summary>The feeling that the patient showed, or null.</summary>
    Feeling? ReadPatient(SpokenLine line);
}
