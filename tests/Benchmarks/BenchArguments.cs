namespace RealtimeTraining.Benchmarks;

/// <summary><c>NAME [--json] [--quick]</c></summary>
public sealed record BenchArguments(IBench Bench, bool Json, bool Quick)
{
    /// <summary>Null after a sentence on standard error that says what is wrong.</summary>
    public static BenchArguments? Parse(string[] arguments, IReadOnlyList<IBench> benches)
    {
        var names = arguments.Where(argument => !argument.StartsWith('-')).ToList();
        var known = string.Join(", ", benches.Select(bench => bench.Name));
        if (arguments.FirstOrDefault(argument => argument.StartsWith('-') && argument is not ("--json" or "--quick")) is { } unknown)
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
        return new BenchArguments(chosen, arguments.Contains("--json"), arguments.Contains("--quick"));
    }

    private static BenchArguments? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
