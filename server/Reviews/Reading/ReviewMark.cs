namespace RealtimeTraining.Server.Reviews;

public enum ReviewMarkKind
{
    /// <summary>Both spoke at once.</summary>
    TalkOver,

    /// <summary>Nobody spoke.</summary>
    DeadAir,

    PhraseToAvoid,

    /// <summary>The caller showed a feeling that was not answered.</summary>
    EmpathyMissed,

    /// <summary>The caller showed a feeling.</summary>
    FeelingShown,

    /// <summary>The caller is irritated again after staff has spoken, and no less than before.</summary>
    RisingIrritation,

    /// <summary>Impatient, blaming, dismissive or coarse words of the member of staff.</summary>
    Curt,

    /// <summary>The member of staff asked who is calling.</summary>
    IdentityChecked,
}

/// <summary>Something that happened at a moment of the call.</summary>
/// <param name="Line">The line that it rests on; null where nobody spoke.</param>
/// <param name="Text">One plain sentence.</param>
/// <param name="Better">What would have been better; null where there is nothing to say.</param>
public sealed record ReviewMark(ReviewMarkKind Kind, int StartMs, int EndMs, int? Line, string Text, string? Better);
