using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Reads how something was said from its words, recognised or typed. The same words read the same. Thread-safe.
/// Rules fill it now; trained classifiers will.
/// </summary>
public interface IUtteranceAnalysis
{
    UtteranceReading ReadTrainee(SpokenLine line);

    /// <summary>The feeling that the patient showed, or null.</summary>
    Feeling? ReadPatient(SpokenLine line);
}
