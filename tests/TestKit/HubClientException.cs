using System.Text.RegularExpressions;

namespace RealtimeTraining.TestKit;

/// <summary>What the hub refused, with the code that stands in brackets in its message.</summary>
public sealed partial class HubClientException(string message) : Exception(message)
{
    public string Code => CodePattern().Match(Message).Groups[1].Value;

    [GeneratedRegex(@"\[(\w+)\]")]
    private static partial Regex CodePattern();
}
