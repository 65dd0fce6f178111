namespace RealtimeTraining.Models.Chat;

/// <summary>Keys of <c>ChatOptions.AdditionalProperties</c> that the project's own chat engines read; others pass them over.</summary>
public static class ChatKeys
{
    /// <summary>A grammar in llama.cpp's GBNF, a string. The reply is written under it.</summary>
    public const string Gbnf = "gbnf";
}
