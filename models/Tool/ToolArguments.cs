namespace RealtimeTraining.Models.Tool;

/// <summary><c>[WORD] [NAME...] [--recommended] [--accept-licence] [--data DIR]</c></summary>
public sealed record ToolArguments(string Word, IReadOnlyList<string> Names, bool Recommended, bool AcceptLicence, string? Data)
{
    public const string Help = """
        ./dev models [WORD] [--data DIR]

          list                            what there is, what fits this machine, what is installed (also without a word)
          get NAME... | --recommended     fetch, go on with what was broken off, verify
                --accept-licence          you have read the licence's note and agree
          import FILE|FOLDER              take models from files, for a machine without internet
          verify [NAME...]                read the installed ones again and compare their hashes
          remove NAME...                  delete from the models' folder

        Models lie in DIR/models (without --data: Data__Folder, or data/). REALTIME_MODELS names a further folder, only
        read, with files that are used where they lie. docs/models.md tells the rest.
        """;

    private static readonly string[] Words = ["list", "get", "import", "verify", "remove", "help"];

    /// <summary>Null with a sentence that says what is wrong.</summary>
    public static (ToolArguments? Arguments, string? Wrong) Parse(IReadOnlyList<string> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var plain = new List<string>();
        var (recommended, accept, data) = (false, false, (string?)null);
        for (var i = 0; i < given.Count; i++)
        {
            switch (given[i])
            {
                case "-h" or "--help":
                    return (new ToolArguments("help", [], false, false, null), null);
                case "--recommended":
                    recommended = true;
                    break;
                case "--accept-licence":
                    accept = true;
                    break;
                case "--data" when i + 1 < given.Count:
                    data = given[++i];
                    break;
                case "--data":
                    return (null, "--data needs a folder.");
                case var option when option.StartsWith('-'):
                    return (null, $"There is no option \"{option}\".");
                case var word:
                    plain.Add(word);
                    break;
            }
        }
        var arguments = new ToolArguments(plain.FirstOrDefault() ?? "list", [.. plain.Skip(1)], recommended, accept, data);
        return arguments.WhatIsWrong() is { } wrong ? (null, wrong) : (arguments, null);
    }

    private string? WhatIsWrong() => Word switch
    {
        _ when !Words.Contains(Word) => $"There is no word \"{Word}\".",
        "list" when Names.Count > 0 => "list takes no names.",
        "get" when Names.Count == 0 != Recommended => "get takes names, or --recommended.",
        "remove" when Names.Count == 0 => "remove takes the names of the models to delete.",
        "import" when Names.Count != 1 => "import takes one file or folder.",
        not "get" when Recommended => $"--recommended goes with get, not with {Word}.",
        not ("get" or "import") when AcceptLicence => $"--accept-licence goes with get and import, not with {Word}.",
        _ => null,
    };
}
