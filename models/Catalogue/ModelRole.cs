namespace RealtimeTraining.Models.Catalogue;

/// <summary>What a downloaded model is for. In <c>catalogue.json</c>: <c>recogniser</c>, <c>patientWords</c>, <c>speechDetector</c>.</summary>
public enum ModelRole
{
    /// <summary>Writes down what the trainee says.</summary>
    Recogniser,

    /// <summary>Writes the patient's words.</summary>
    PatientWords,

    /// <summary>Tells speech from other sounds.</summary>
    SpeechDetector,
}
