using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>What kind of word the last one is says much about whether a turn is over.</summary>
public enum TurnWord
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>"um": somebody who looks for words.</summary>
    Filler,

    /// <summary>"and", "so": more is to come.</summary>
    Joiner,

    /// <summary>"the", "of", "my": nobody ends with these.</summary>
    Open,

    /// <summary>"okay", "right", "thanks".</summary>
    Answer,

    /// <summary>A number, said or written.</summary>
    Number,

    /// <summary>A letter alone, as in spelling.</summary>
    Letter,

    Other,
}

/// <summary>The lists behind <see cref="TurnWord"/>; words without apostrophes, as <see cref="TextTokens"/> gives them.</summary>
public static class TurnWords
{
    private static readonly Dictionary<uint, TurnWord> Kinds = Build();

    private static readonly HashSet<uint> Askers = Set("what how when where why who which whose do does did is are have has had can could would will shall may any was were");

    private static readonly HashSet<uint> Asked = Set("i you your it that there they he she i the this any we anyone anything else about many much long often kind sort far old does do is are did have a these those");

    private static readonly HashSet<uint> Unfinished = Set("and but or so because cause um uh er erm uhm umm uhh the a an of my your his her our their with from is are");

    /// <summary>What holds sentences together, whatever they are about.</summary>
    private static readonly HashSet<uint> Grammar = Set(
        "me him them us that this these those what how why who which where when here there now then not dont cant wont not no yes please my your his her our their its "
        + "the a an of to in on at for with from by as about into up down out off over back and but or so because if than like just really very "
        + "i you he she it we they im youre hes shes its were theyre ive youve weve ill youll well be been being is are am was do does did done have has had "
        + "can could will would shall should may might must let lets get got go going come want need know see say said tell ask think take make give "
        + "thank thanks okay sorry hello hi some any all both each other another one more much many long something anything someone anyone somebody anybody until while "
        + "before after since during without between under again still also only too even yet already ever never today tomorrow mean right wont isnt arent didnt doesnt");

    private static readonly uint AnyWord = FeatureHash.Of("*"), AnyNumber = FeatureHash.Of("#"), AnyLetter = FeatureHash.Of("@"), AnyFiller = FeatureHash.Of("~");

    /// <summary>The word where it is one of grammar, else its kind.</summary>
    public static uint GrammarOf(uint word) => KindOf(word) switch
    {
        TurnWord.Filler => AnyFiller,
        TurnWord.Number => AnyNumber,
        TurnWord.Letter => AnyLetter,
        _ => Grammar.Contains(word) ? word : AnyWord,
    };

    /// <summary>After these another word follows: "and", "um", "your".</summary>
    public static bool WantsMore(uint word) => Unfinished.Contains(word);

    public static TurnWord KindOf(uint word) => Kinds.GetValueOrDefault(word, TurnWord.Other);

    /// <summary>Whether these two words often begin a question: "do you", "how long".</summary>
    public static bool AsksTogether(uint word, uint next) => Askers.Contains(word) && Asked.Contains(next);

    private static HashSet<uint> Set(string words) => [.. words.Split(' ').Select(word => FeatureHash.Of(word))];

    private static Dictionary<uint, TurnWord> Build()
    {
        var kinds = new Dictionary<uint, TurnWord>();
        Add(TurnWord.Filler, "um uh er erm ah uhm umm uhh hm hmm eh");
        Add(TurnWord.Joiner, "and so but or because cause cos then also plus well like although though unless until while whereas if");
        Add(TurnWord.Open, "the a an to of my your his her our their its in is im youre were theyre hes shes ive with for from by at on as "
            + "that which who when where than very really quite just some any be been being was are am had have has would could should can will "
            + "might may must do does did dont didnt wasnt isnt i we he she they you it kind sort about into every each another whose");
        Add(TurnWord.Answer, "okay ok right alright all fine good great yeah yes yep no nope sure thanks thank perfect excellent brilliant lovely "
            + "cool mm mmm mhm mmhmm hello hi bye goodbye fantastic wonderful absolutely correct exactly please indeed aha oh ohh see");
        Add(TurnWord.Number, "0 zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            + "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand double triple");
        Add(TurnWord.Letter, "b c d e f g h j k l m n o p q r s t u v w x y z");
        return kinds;

        void Add(TurnWord kind, string words)
        {
            foreach (var word in words.Split(' '))
            {
                kinds[FeatureHash.Of(word)] = kind;
            }
        }
    }
}
