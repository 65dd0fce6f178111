using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Http;

/// <summary>The browser's side of the contract is made from the server's; these fail when one has moved without the other.</summary>
public sealed class ContractTests
{
    [ServerFact]
    public async Task OpenApiDocument_IsTheOneThatTheBrowsersTypesWereMadeFrom()
    {
        using var server = TrainingServer.Start();
        using var browser = server.OpenBrowser();

        var served = JsonNode.Parse(await browser.Http.GetStringAsync("/openapi/v1.json"));
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Checkout.Path("web", "openapi.json")));

        Assert.True(JsonNode.DeepEquals(committed, served), "The API has changed: run ./dev types and commit what it writes.");
    }

    [Theory]
    [InlineData(typeof(CallHub), "hub")]
    [InlineData(typeof(SupervisionHub), "supervision")]
    public void HubMethods_AreThoseThatTheBrowserCalls(Type hub, string folder)
    {
        var declared = hub
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition().DeclaringType == hub);

        Assert.Equal(Names(declared), Contract(folder, "server"));
    }

    [Theory]
    [InlineData(typeof(ICallClient), "hub")]
    [InlineData(typeof(ISupervisionClient), "supervision")]
    public void ClientMethods_AreThoseThatTheBrowserAnswersTo(Type client, string folder) =>
        Assert.Equal(Names(client.GetMethods()), Contract(folder, "client"));

    private static SortedDictionary<string, string> Names(IEnumerable<MethodInfo> methods) => new(methods.ToDictionary(
        method => method.Name,
        method => string.Join(", ", method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => p.Name))),
        StringComparer.Ordinal);

    private static SortedDictionary<string, string> Contract(string folder, string side)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Checkout.Path("web", "src", "realtime", folder, "contract.json")));
        return new(document.RootElement.GetProperty(side).EnumerateObject().ToDictionary(
            method => method.Name, method => string.Join(", ", method.Value.EnumerateArray().Select(name => name.GetString()))), StringComparer.Ordinal);
    }
}
