using System.Text;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Writes a text with its identifiers replaced by what they were: "my name is [name]".</summary>
public static class MaskedText
{
    /// <param name="spans">In order, without overlaps.</param>
    public static string Of(string text, IReadOnlyList<IdentifierSpan> spans)
    {
        var masked = new StringBuilder();
        var at = 0;
        foreach (var span in spans)
        {
            masked.Append(text, at, span.Start - at).Append(WordOf(span.Kind));
            at = span.End;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }

    public static string WordOf(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Name => "[name]",
        IdentifierKind.DateOfBirth => "[date of birth]",
        IdentifierKind.Address => "[address]",
        IdentifierKind.Phone => "[phone number]",
        IdentifierKind.Email => "[e-mail address]",
        IdentifierKind.RecordNumber => "[record number]",
        IdentifierKind.InsuranceNumber => "[insurance number]",
        _ => "[card number]",
    };
}
