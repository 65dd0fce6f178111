using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Words for feelings, and sentences that show one without naming it. Read on normalised text.</summary>
internal static partial class FeelingWords
{
    public const string Worry =
        "worr(?:y|ied|ies|ying|isome)|anxious|anxiety|nervous|scar(?:ed|y|ing)|afraid|fright(?:ened|ening)|terrif(?:ied|ying)|concern(?:ed|s|ing)?|panick?(?:ed|ing)?|unsettling|unnerving";

    public const string Frustration =
        "frustrat(?:ed|ing|ion)|annoy(?:ed|ing|ance)|upset(?:ting)?|angry|anger|furious|mad|fed up|irritat(?:ed|ing)|disappoint(?:ed|ing|ment)|inconvenien(?:t|ce)|infuriating|aggravating";

    public const string Sadness =
        "sad|heart ?broken|heartbreaking|devastat(?:ed|ing)|overwhelm(?:ed|ing)|exhaust(?:ed|ing)|stress(?:ed|ful)?|grie(?:f|ving)|hopeless|embarrass(?:ed|ing)|(?:all|so|feel|feeling|live) alone|desperate|miserable";

    public const string Pain = "(?:in|so much|the|such) pain|painful|hurting|suffering|uncomfortable|discomfort";

    public const string Confusion = "confus(?:ed|ing|ion)|unclear|mixed up|bewildering";

    /// <summary>How a situation is felt: only for a trainee who says so.</summary>
    public const string Hardship = "hard|difficult|tough|awful|terrible|horrible|a lot|rough|trying|not easy|unpleasant|tiring";

    public const string Any = $"{Worry}|{Frustration}|{Sadness}|{Pain}|{Confusion}";

    public static readonly IReadOnlyList<(FeelingKind Kind, Regex Words)> Named =
    [
        (FeelingKind.Worry, WorryWords()), (FeelingKind.Frustration, FrustrationWords()), (FeelingKind.Pain, PainWords()),
        (FeelingKind.Sadness, SadnessWords()), (FeelingKind.Confusion, ConfusionWords()),
    ];

    public static readonly IReadOnlyList<(FeelingKind Kind, Regex Words)> Shown =
    [
        (FeelingKind.Frustration, FrustrationShown()), (FeelingKind.Worry, WorryShown()), (FeelingKind.Pain, PainShown()),
        (FeelingKind.Sadness, SadnessShown()), (FeelingKind.Confusion, ConfusionShown()),
    ];

    public static string Noun(FeelingKind kind) => kind switch
    {
        FeelingKind.Worry => "worry",
        FeelingKind.Frustration => "frustration",
        FeelingKind.Sadness => "distress",
        FeelingKind.Pain => "pain",
        _ => "confusion",
    };

    public static string Adjective(FeelingKind kind) => kind switch
    {
        FeelingKind.Worry => "worried",
        FeelingKind.Frustration => "frustrated",
        FeelingKind.Sadness => "distressed",
        FeelingKind.Pain => "in pain",
        _ => "confused",
    };

    [GeneratedRegex($@"\b(?:{Worry})\b", RegexOptions.CultureInvariant)]
    private static partial Regex WorryWords();

    [GeneratedRegex($@"\b(?:{Frustration}|ridiculous|unacceptable|outrageous|a joke|sick of|tired of|disgusted|disgraceful|rude)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FrustrationWords();

    [GeneratedRegex($@"\b(?:{Sadness}|cry(?:ing)?|can'?t cope)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SadnessWords();

    [GeneratedRegex($@"\b(?:{Pain}|agony|killing me|hurts? (?:so|really|like|a lot|bad))\b", RegexOptions.CultureInvariant)]
    private static partial Regex PainWords();

    [GeneratedRegex($@"\b(?:{Confusion})\b", RegexOptions.CultureInvariant)]
    private static partial Regex ConfusionWords();

    [GeneratedRegex(@"\b(?:(?:second|third|fourth|fifth|2nd|3rd|4th) time i(?:'ve| have|'m| am)?|i(?:'ve| have) been (?:waiting|calling|on hold|trying to (?:reach|call|get through|get hold))|waited (?:\w+ ){0,3}(?:weeks?|hours?|days?|months?)|(?:no ?one|nobody) (?:ever )?(?:called|calls|told|tells|answers|listens|seems|can)|this is (?:the )?(?:worst|unbelievable|absurd|crazy|insane)|how hard can it be|i want to (?:speak|talk) to (?:a|your|the) (?:manager|supervisor)|keep (?:getting|being|telling|giving)|passed around|run ?around|waste of (?:my )?time|are you (?:even )?listening|i already (?:told|said|gave|paid))\b", RegexOptions.CultureInvariant)]
    private static partial Regex FrustrationShown();

    [GeneratedRegex(@"\b(?:what if|is (?:it|this|that) (?:serious|bad|normal|cancer)|something(?:'s| is) wrong|i can'?t (?:sleep|stop thinking|lose)|keeps? me (?:up|awake)|should i go to the (?:er|hospital|emergency)|i(?:'m| am) not sure (?:he|she|i)(?:'ll| will|'s| is) okay|how am i (?:going|supposed) to)\b", RegexOptions.CultureInvariant)]
    private static partial Regex WorryShown();

    [GeneratedRegex(@"\b(?:i can(?:not|'?t) (?:stand|take|bear)|it (?:really )?hurts)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PainShown();

    [GeneratedRegex(@"\b(?:(?:passed away|just died|lost my (?:husband|wife|mother|mom|dad|father|son|daughter|job))|i (?:just )?(?:can(?:not|'?t)|don'?t know how to) (?:do this|cope|afford)|at my wit'?s end|i give up)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SadnessShown();

    [GeneratedRegex(@"\b(?:i (?:don'?t|do not|didn'?t) understand (?:why|what|any|this|how)|makes? no sense|doesn'?t make (?:any )?sense|what does that (?:even )?mean)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ConfusionShown();
}
