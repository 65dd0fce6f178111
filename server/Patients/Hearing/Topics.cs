namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>Generic topics, and the other names that authors give them.</summary>
public static class Topics
{
    public const string Name = "name";
    public const string When = "when";
    public const string Repeat = "repeat";
    public const string AnythingElse = "anythingElse";
    public const string Waiting = "waiting";
    public const string Help = "help";
    public const string Reason = "reason";
    public const string Consent = "consent";
    public const string Callback = "callback";
    public const string Emergency = "emergency";
    public const string Symptom = "symptom";
    public const string TraineeName = "traineeName";
    public const string Appointment = "appointment";

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["onset"] = When, ["start"] = When, ["duration"] = When, ["severity"] = "howBad", ["pain"] = "howBad", ["provider"] = "doctor",
        ["dob"] = "dateOfBirth", ["birthDate"] = "dateOfBirth", ["medications"] = "medication", ["allergy"] = "allergies",
        ["memberNumber"] = "memberId", ["insuranceId"] = "memberId", ["medicalHistory"] = "history", ["billing"] = "bill",
        ["emergencySigns"] = Emergency, ["symptoms"] = Symptom, ["time"] = Appointment, ["schedule"] = Appointment,
    };

    /// <summary>The one name for a topic; a scenario's own topic is its own name.</summary>
    public static string? Canonical(string? topic) =>
        topic is null ? null : Aliases.TryGetValue(topic, out var canonical) ? canonical : topic;

    public static bool Same(string? one, string? other) =>
        string.Equals(Canonical(one), Canonical(other), StringComparison.OrdinalIgnoreCase);
}
