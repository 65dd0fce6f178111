using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Feedback;

/// <summary>How people are courteous, curt or crude on the telephone. Read on normalised text.</summary>
internal static partial class MannerPatterns
{
    [GeneratedRegex(@"\b(?:please|thank you|thanks|you(?:'re| are) (?:very |most )?welcome|my pleasure|pardon me|excuse me|if you don'?t mind|i appreciate|with your permission)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Courtesy();

    [GeneratedRegex(@"\b(?:may i|might i|could (?:i|you|we)|can i (?:please )?(?:have|get|ask|confirm)|would you (?:mind|be|like|prefer|please|be able)|would it be (?:okay|all right|alright|possible)|do you mind|is it (?:okay|all right|alright) if|are you able to|i(?:'d| would) (?:like|love|be happy) to|if (?:you|that)(?:'d| would| could|'s| is| are)? (?:like|okay|all right|alright|works?|prefer))\b", RegexOptions.CultureInvariant)]
    public static partial Regex SoftRequest();

    [GeneratedRegex(@"(?:(?<!\b(?:do|did|does|would|will|if|when|what|where|think|should) )\b(?:you (?:need|have|got) to|you(?:'?ve got|'?ll have|'?ll need) to|you must|you'd better|(?<!\b(?:you|please|to) )(?:give|tell) me your|calm down|listen to me|hurry up|be quiet|hang on)\b|^(?:(?:just|now|okay|ok|well|look|and|so|right|yeah|alright|like|u+[hm]+|e+r+m?|hm+|you know|i mean|basically|actually|like i said|as it were|so to (?:say|speak)|more or less|kind of|sort of) )*(?:name(?! is| was)|date of birth(?! is| was)|phone number(?! is| was)|spell it|hold on|wait|stop|speak up|repeat that)\b)", RegexOptions.CultureInvariant)]
    public static partial Regex Order();

    [GeneratedRegex(@"\b(?:happy to help|glad (?:to|you)|of course|absolutely|certainly|take your time|no rush|no (?:problem|trouble) at all|i(?:'ll| will) (?:take care|make sure|look into|see what i can)|let me (?:see what i can|help|take care)|i hope (?:you|it|that|the|your)|nice to|it(?:'s| is) (?:no trouble|good to)|thank you (?:so much )?for (?:calling|your patience|waiting|telling|letting|holding|bearing|explaining|sharing)|don'?t worry|wonderful|lovely|that'?s great)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Warm();

    [GeneratedRegex(@"\b(?:hi|hello|good (?:morning|afternoon|evening)|thank(?:s| you) for calling|welcome to)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Greeting();

    [GeneratedRegex(@"\b(?:my name(?:'s| is) \w+|this is (?!the\b|a\b|an\b|not\b|your\b|my\b|our\b|about\b|very\b|what\b|how\b|why\b|going\b|just\b|really\b|so\b)\w+(?: \w+){0,3} (?:speaking|from|at|with|with the|how)|you(?:'re| are) (?:speaking|talking) (?:with|to) (?!me\b|us\b|the\b)\w+|(?!(?:of|strictly|generally|frankly|roughly|technically|honestly|broadly|am|are|is|was|were|been|start|stop|keep|kept|still|i\'m|you\'re|we\'re|she\'s|he\'s)\b)\w+ speaking(?= how| what|$)|this is (?!the\b|a\b|an\b|not\b|your\b|my\b|our\b|about\b|very\b|what\b|how\b|why\b|going\b|just\b|really\b|so\b)\w+$)\b", RegexOptions.CultureInvariant)]
    public static partial Regex SelfIntroduction();

    [GeneratedRegex(@"\b(?:good ?bye|bye|take care|have a (?:very |really )?(?:good|great|nice|lovely|wonderful|safe)|feel better|all the best|get well|thank(?:s| you) for calling)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Farewell();

    [GeneratedRegex(@"\b(?:(?:put|place|putting|placing) you on (?:a )?(?:brief |short |quick )?hold|(?:can|could|may|would|please) (?:i |you )?(?:please |mind )?hold(?:ing)?|hold (?:for )?(?:just )?(?:a|one) (?:moment|minute|second|sec)|bear with me|(?:give|need) (?:me )?(?:just )?(?:a|one) (?:moment|minute|second|sec|few)|(?:one|just a) (?:moment|minute|second|sec))\b", RegexOptions.CultureInvariant)]
    public static partial Regex HoldAsked();

    [GeneratedRegex(@"\b(?:does that (?:make sense|work|sound|help)|do you have any (?:other |more )?questions|is that (?:right|correct|okay|all right)|did i (?:get|understand) that|let me (?:just )?(?:read|repeat|confirm|make sure|summari[sz]e|recap|go over)|just to (?:confirm|make sure|be sure|recap)|to (?:recap|summari[sz]e)|can i (?:just )?(?:confirm|read|repeat)|have i got that|is there anything else|anything else i can)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Checked();

    [GeneratedRegex(@"\b(?:(?:as|like) i(?:'ve)? (?:already (?:said|told|explained)|told you)|i(?:'ve)? (?:already|just) (?:told|explained|said)|you(?:'re| are) not listening|what (?:else )?do you want(?: me to do| from me)?|i don'?t have (?:all day|time)|calm down|hurry up|for the last time|deal with it|are you (?:even )?listening|stop (?:yelling|shouting|complaining|interrupting|crying)|not a big deal|you people|how many times (?:do i|have i|must i)|i don'?t care|so what$|that'?s your problem|just relax|get over it|what'?s your problem|make it quick|look lady|look sir|listen lady|are you (?:deaf|serious))\b", RegexOptions.CultureInvariant)]
    public static partial Regex Impatient();

    [GeneratedRegex(@"\b(?:you should(?:'?ve| have) (?:called|told|come|brought|asked|read|known|listened|paid|checked|thought|done|said|waited|gone|booked|cancelled|canceled)|your (?:own )?(?:fault|mistake|problem|responsibility)|you (?:forgot|failed|didn'?t (?:call|tell|read|bring|show|bother|pay|listen|give))|why didn'?t you|if you had (?:only|just|called|read|told|come))\b", RegexOptions.CultureInvariant)]
    public static partial Regex Blaming();

    [GeneratedRegex(@"\b(?:there'?s nothing (?:else )?(?:i|we) can do|nothing i can do|i can(?:no|'?)t help|not my (?:problem|fault|department|job)|(?:that'?s|it'?s) (?:just )?(?:our|the|not) (?:policy|possible)(?! number)|that'?s just how it (?:works|is)|you(?:'ll| will) (?:just )?have to (?:wait|call back|deal)|everyone (?:has to|waits)|lots of (?:people|patients) wait|that'?s (?:just )?the way it is|i don'?t know what to tell you|it is what it is)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Dismissive();

    [GeneratedRegex(@"\b(?:dude|buddy|bro|hon|honey|sweetie|sweetheart|darling|no biggie|my bad|or whatever|whatever (?:then|you say|man)|i dunno|dunno|nope|lol|omg|sucks|freaking|what'?s up|no worries man|chill|yup yup)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Casual();

    [GeneratedRegex(@"\b(?:fuck\w*|(?:bull)?shit\w*|bitch\w*|ass ?hole\w*|bastard\w*|(?:god)?damn\w*|what the hell|go to hell|crap|piss(?:ed)? off|idiot\w*|stupid|moron\w*|shut up|dumb|jerk)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Profane();
}
