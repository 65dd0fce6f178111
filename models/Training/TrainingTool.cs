namespace RealtimeTraining.Models.Training;

/// <summary>What <c>./dev train</c> and <c>./dev evaluate</c> run.</summary>
internal static class TrainingTool
{
    public const int Good = 0, Failed = 1, WrongArguments = 2;

    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> given, TextWriter output, TextWriter error)
    {
        if (TrainArguments.Parse(given, out var wrong) is not { } arguments)
        {
            error.WriteLine($"{wrong}\n\n{TrainArguments.Help}");
            return WrongArguments;
        }
        try
        {
            return arguments.Word == "train" ? new TrainWord(arguments, output, error).Run() : new EvaluateWord(arguments, output, error).Run();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            error.WriteLine(e.Message);
            return Failed;
        }
    }
}
