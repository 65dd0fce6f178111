using System.Text;
using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Models.Tool;

/// <summary>The catalogue as lines of equal columns; * marks what is recommended.</summary>
public static class ModelTable
{
    public static string Of(IReadOnlyList<AdvisedModel> advice, ModelStore store)
    {
        string[][] rows =
        [
            ["  name", "role", "size", "memory", "fits", "installed", "licence"],
            .. advice.Select(advised => (string[])
            [
                $"{(advised.Recommended ? "*" : " ")} {advised.Entry.Name}",
                Role(advised.Entry.Role),
                Sizes.Of(advised.Entry.Bytes),
                $"{advised.Entry.MemoryMiB:N0} MiB",
                advised.Fits ? "yes" : "no",
                Installed(store.Look(advised.Entry)),
                advised.Entry.Licence.Name + (advised.Entry.Licence.MustAccept ? " (to be accepted)" : ""),
            ]),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var table = new StringBuilder();
        foreach (var row in rows)
        {
            table.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
        return table.ToString();
    }

    private static string Role(ModelRole role) => role switch
    {
        ModelRole.Recogniser => "recogniser",
        ModelRole.PatientWords => "patient's words",
        _ => "speech detector",
    };

    private static string Installed(ModelState state) => state.Kind switch
    {
        ModelStateKind.Installed => "yes",
        ModelStateKind.Unverified => "not verified",
        ModelStateKind.Damaged => "damaged",
        ModelStateKind.Partial => $"{Sizes.Of(state.Bytes)} of it",
        _ => "no",
    };
}
