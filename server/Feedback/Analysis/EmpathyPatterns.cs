using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Feedback;

/// <summary>How people say that they feel with somebody. Read on normalised text.</summary>
internal static partial class EmpathyPatterns
{
    private const string Felt = $"(?:{FeelingWords.Any}|{FeelingWords.Hardship})";

    /// <summary>Words that may stand in between, but no "not".</summary>
    private const string Few = @"(?:(?!(?:not|never|no|don't|isn't|aren't)\b)[\w']+ ){0,4}";

    [GeneratedRegex($@"\b(?:i|we) (?:(?:can|could|do|really|certainly|totally|completely) )*(?:hear|see|tell|imagine|understand|appreciate|know|get) {Few}(?:{FeelingWords.Any}|(?:how|that) {Few}{FeelingWords.Hardship})\b(?: (?:you(?: are| must be| feel)?|this is|it is|that is)\b)?", RegexOptions.CultureInvariant)]
    public static partial Regex HearsFeeling();

    [GeneratedRegex($@"\b(?:that|this|it|which|waiting|(?:that|it)(?:'s| is)) (?:must|would|has to|can|sounds?|seems?|does sound|feels?|had to|is|was)(?: have| be| been| feel| like)* {Few}{Felt}(?: for you| to (?:hear|deal|live|wait))?\b", RegexOptions.CultureInvariant)]
    public static partial Regex SituationFeels();

    [GeneratedRegex($@"(?<!\b(?:why|if|whether|sure|because|think|unless) )\b(?:you(?:'re| are| must be| sound| seem| feel| were| must feel| must have been| have been)|making you|made you|leaves you|left you) (?:(?:so|very|really|a bit|quite|feeling|understandably|just|all|to be) )*(?:{FeelingWords.Any})\b", RegexOptions.CultureInvariant)]
    public static partial Regex YouFeel();

    [GeneratedRegex($@"\b(?:i'?d (?:be|feel) (?:(?:so|very|really|quite) )?(?:{FeelingWords.Any})|i would (?:be|feel) (?:(?:so|very|really|just as) )?(?:{FeelingWords.Any})|anyone would (?:be|feel)|no wonder you|you have every (?:right|reason)|(?:it|that) makes (?:(?:total|perfect|complete) )?sense (?:that )?you|i(?:'d| would) feel the same)\b", RegexOptions.CultureInvariant)]
    public static partial Regex SharesFeeling();

    [GeneratedRegex(@"\bi (?:(?:completely|totally|really|fully|do|can|certainly|absolutely) )*(?:understand|hear you|get it|see why|see how|know how you feel|appreciate (?:that|how|your))\b", RegexOptions.CultureInvariant)]
    public static partial Regex Understands();

    [GeneratedRegex(@"\b(?:(?:i'?m|i am|we'?re|we are) (?:(?:so|very|really|truly|terribly|deeply|just) )*sorry (?:to hear|about|that|for|you|this|it|we|nobody|no)|i (?:(?:do|sincerely|really|want to) )*apologi[sz]e (?:for|that|about)|(?:my|our) (?:(?:sincere|sincerest|deepest) )?apolog(?:y|ies) (?:for|that|about))\b", RegexOptions.CultureInvariant)]
    public static partial Regex ApologisesFor();

    [GeneratedRegex(@"\b(?:(?:i'?m|i am|we'?re|we are|so|very|really) (?:(?:so|very|really|truly) )*sorry|i apologi[sz]e|(?:my|our) apolog(?:y|ies))\b(?! (?:i (?:didn't|did not|can't|cannot|can not|couldn't|don't|missed|have to)|but|what|can you|could you|say|come|again|one|who))", RegexOptions.CultureInvariant)]
    public static partial Regex Apologises();

    [GeneratedRegex(@"\b(?:oh no|oh dear|oh my|goodness|(?:that|how) (?:is |was |'s )?(?:awful|terrible|horrible|dreadful|rotten)|that's (?:awful|terrible|horrible|rough|not okay|not right)|my heart goes out|(?:i'?m|i am) glad you (?:called|told|said|reached|mentioned))\b", RegexOptions.CultureInvariant)]
    public static partial Regex Compassion();

    [GeneratedRegex(@"\b(?:(?:i'?m|i am|we'?re|we are) here (?:to help|for you)|you(?:'re| are) (?:not alone|in good hands|safe)|we(?:'ll| will) (?:get|take care|look after|sort|figure|work) (?:\w+ ){0,3}(?:out|through|you|this|it|together)|i(?:'ll| will) (?:stay|be) (?:with you|right here|on the line)|let'?s (?:get|sort|fix|figure) (?:this|that|it)|i (?:want|would like|'d like) to (?:help|make this right|make sure)|we(?:'ll| will) make (?:this|it) right|don'?t worry|i'?ve got you)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Reassures();

    [GeneratedRegex(@"\b(?:how (?:are|were|have) you (?:been )?(?:feeling|holding up|coping|managing)|how (?:is|has|'s|did|does) (?:this|that|it|she|he) (?:\w+ )?(?:affect(?:ed|ing)?|feel|feeling|been for you|make you feel)|what(?:'s| is)? (?:worr(?:ies|ying)|concerns?|concerning|bother(?:s|ing)|scar(?:es|ing)|upset(?:s|ting)) you|what(?:'s| is| are) your (?:biggest|main)? ?(?:worry|worries|concerns?|fears?)|are you (?:feeling|worried|in (?:any |a lot of )?pain|afraid|okay|all right|alright|safe)|is that what(?:'s| is) (?:worrying|bothering))\b(?! today)", RegexOptions.CultureInvariant)]
    public static partial Regex AsksFeeling();

    [GeneratedRegex(@"\b(?:tell me (?:a (?:little|bit) )?(?:more|what(?:'s| is| has)? (?:been )?(?:going|happen\w*)|about (?:it|what|how|your))|what happened|what(?:'s| is| has) (?:been )?(?:going on|happening)|walk me through|help me understand|how long (?:have you|has this|has it)|when did (?:this|it|that) (?:start|begin|happen))\b", RegexOptions.CultureInvariant)]
    public static partial Regex AsksMore();

    [GeneratedRegex(@"\b(?:(?:it |that )?sounds? like|what i'?m hearing|(?:so )?if i understand|you(?:'re| are) (?:saying|telling me)|(?:so|and|okay) you(?:'ve| have|'re| are| were| had| want| need| need\w*| got| called| would)|so what happened (?:is|was)|so (?:she|he|they|the) (?:\w+ )?(?:is|was|has|had|didn't)|you (?:mentioned|said) (?:that|you|your|the|it))\b", RegexOptions.CultureInvariant)]
    public static partial Regex Reflects();
}
