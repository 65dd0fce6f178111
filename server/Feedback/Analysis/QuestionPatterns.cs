using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Questions without question marks: by how they begin. Read on normalised text.</summary>
internal static partial class QuestionPatterns
{
    /// <summary>"What", "how", "why" and invitations; not what has one short answer ("how many", "what is your number").</summary>
    [GeneratedRegex(@"(?<!\b(?:know|see|understand|hear|imagine|is|about|exactly|of|just|appreciate|matter|sure|explain|tell you|check|that's) )\b(?:(?:what|how|why)(?:'s| is| are| was| were| do| does| did| can| could| would| will| has| have| brings| happened| seems| made| else| kind| about)\b(?! (?:your (?:name|date|phone|number|address|member|insurance|birthday|zip|email|first|last)|the (?:best )?(?:phone|number|date|name|spelling|member)))|what (?:happened|brings|seems)|tell me (?:more|about|what|how|a (?:bit|little))|walk me through|describe|help me understand)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Open();

    /// <summary>What has a short answer: "do you", "when is", and a line that begins with "any".</summary>
    [GeneratedRegex(@"(?<!\b(?:know|see|understand|hear|how|what|why|about|sure|until|that) )\b(?:(?:when|where|which|who|how (?:many|long|old|much|often|soon|far|bad))(?:'s|)? (?:is|are|was|were|do|does|did|can|could|would|will|has|have|should|day|time|one|of|number|doctor|insurance|[a-z]+)|what (?:is|'s)? ?(?:your|the (?:best )?) ?(?:name|date|phone|number|address|member|insurance|birthday|zip|email|first|last|spelling)|what (?:day|time|date|number|year|month)|(?:do|did|are|were|have|can|could|would|will|does|is|has|may|should) (?:you|i|it|that|there|he|she|your|this|we|anyone)|(?<=^(?:(?:and|or|okay|so) )*)any (?!(?:way|how|case|more|time|of)\b)[a-z]+)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Closed();
}
