using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A table to be saved, line by line.</summary>
public sealed class CsvFile(params object?[] head)
{
    private readonly StringBuilder _lines = new(CsvLine.Of(head));

    public void Add(params object?[] cells) => _lines.Append(CsvLine.Of(cells));

    /// <summary>With the mark by which spreadsheets know UTF-8.</summary>
    public FileContentHttpResult Named(string name) =>
        TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_lines.ToString())], "text/csv; charset=utf-8", name);
}
