namespace RealtimeTraining.Benchmarks;

/// <summary><c>NAME [--json] [--quick]</c>, and what the bench itself takes</summary>
public sealed record BenchArguments(IBench Bench, bool Json, bool Quick)
{
    /// <summary>Null after a sentence on standard error that says what is wrong.</summary>
    public static BenchArguments? Parse(string[] arguments, IReadOnlyList<IBench> benches)
    {
        var taken = benches.SelectMany(bench => bench.Options.Keys).ToHashSet(StringComparer.Ordinal);
        var valued = Enumerable.Range(1, Math.Max(0, arguments.Length - 1)).Where(i => taken.Contains(arguments[i - 1])).ToHashSet();
        var names = arguments.Where((argument, i) => !argument.StartsWith('-') && !valued.Contains(i)).ToList();
        var known = string.Join(", ", benches.Select(bench => bench.Name));
        if (arguments.Where((argument, i) => argument.StartsWith('-') && !valued.Contains(i)).FirstOrDefault(argument => argument is not ("--json" or "--quick") && !taken.Contains(argument)) is { } unknown)
        {
            return Refuse($"There is no option \"{unknown}\". There are --json (one JSON object) and --quick (a small part, to try it).");
        }
        if (names is not [var name])
        {
            return Refuse($"Name one bench: {known}.");
        }
        if (benches.FirstOrDefault(bench => bench.Name == name) is not { } chosen)
        {
            return Refuse($"There is no bench \"{name}\". There is: {known}.");
        }
        for (var i = 0; i < arguments.Length; i++)
        {
            if (taken.Contains(arguments[i]) && !valued.Contains(i))
            {
                if (!chosen.Options.TryGetValue(arguments[i], out var take) || i + 1 == arguments.Length)
                {
                    return Refuse(take is null ? $"{chosen.Name} takes no {arguments[i]}." : $"{arguments[i]} needs a value.");
                }
                take(arguments[i + 1]);
            }
        }
        return new BenchArguments(chosen, arguments.Contains("--json"), arguments.Contains("--quick"));
    }

    private static BenchArguments? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
