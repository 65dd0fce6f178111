namespace RealtimeTraining.Server.Feedback;

/// <summary>A 90 and above, B 80, C 70, D 60, F below.</summary>
public static class Letters
{
    public static string Of(int score) => score switch
    {
        >= 90 => "A",
        >= 80 => "B",
        >= 70 => "C",
        >= 60 => "D",
        _ => "F",
    };
}
