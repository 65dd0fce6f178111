namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>
/// A test on a real language model: <c>REALTIME_TEST_CHAT_URL</c> names a server that speaks OpenAI's chat (and
/// <c>REALTIME_TEST_CHAT_MODEL</c> its model), or <c>REALTIME_TEST_GGUF</c> a file for this process.
/// </summary>
public sealed class PresentModelFactAttribute : FactAttribute
{
    public PresentModelFactAttribute() => Skip = Settings.Count == 0
        ? "No language model is named: set REALTIME_TEST_CHAT_URL to a server such as http://localhost:11434/v1, or REALTIME_TEST_GGUF to a file." : null!;

    /// <summary>The host's settings that make it run that model.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } =
        Variable("REALTIME_TEST_CHAT_URL") is { } url
            ? new Dictionary<string, string?>
            {
                ["Engines:PatientWords"] = "openai",
                ["Engines:OpenAI:Chat:BaseUrl"] = url,
                ["Engines:OpenAI:Chat:Model"] = Variable("REALTIME_TEST_CHAT_MODEL") ?? "default",
            }
            : Variable("REALTIME_TEST_GGUF") is { } file
                ? new Dictionary<string, string?> { ["Engines:PatientWords"] = "llamasharp", ["Engines:LLamaSharp:ModelPath"] = file }
                : new Dictionary<string, string?>();

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
