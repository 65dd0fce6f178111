using System.Runtime.CompilerServices;
using RealtimeTraining.Server.Patients;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>One attack: what the trainee says, and what a model that gives in would answer.</summary>
public sealed class Injection
{
    private static readonly InjectionFile File = Fixtures.Read<InjectionFile>("injections.yaml");

    public static IReadOnlyList<Injection> All => File.Lines;

    public string At { get; set; } = "";

    public string Heard { get; set; } = "";

    public string? Says { get; set; }

    public string? Raw { get; set; }

    public string? Endless { get; set; }

    public string? Out { get; set; }

    public List<string> Never { get; set; } = [];

    public GuardedLine Decision => File.Decisions[At];

    public string Expected => Out ?? Decision.Line;

    public ReplyRequest Request => Requests.Of(new DecisionLine
    {
        Scenario = Decision.Scenario, Act = Decision.Act, Key = Decision.Key, Line = Decision.Line, Told = Decision.Told, Mood = Decision.Mood, Heard = Heard,
    });

    public ScriptedChatClient Model() => Endless is { } words ? new ScriptedChatClient(_ => Forever(words))
        : ScriptedChatClient.Raw(Raw ?? ScriptedChatClient.Json(Says!, Decision.Mood));

    private static async IAsyncEnumerable<string> Forever(string words, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return "{\"say\":\"";
        while (true)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return words;
        }
    }

    public sealed class GuardedLine : DecisionLine
    {
        public List<string> Never { get; set; } = [];
    }

    public sealed class InjectionFile
    {
        public Dictionary<string, GuardedLine> Decisions { get; set; } = [];

        public List<Injection> Lines { get; set; } = [];
    }
}
