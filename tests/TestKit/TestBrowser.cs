using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.TestKit;

/// <summary>A client that keeps cookies, as a browser does.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false };

    public TestBrowser(Uri address)
    {
        Address = address;
        Http = new HttpClient(handler) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>For a WebSocket or a hub connection of the same browser.</summary>
    public CookieContainer Cookies => handler.CookieContainer;

    /// <summary>Who was signed in last.</summary>
    public SessionUser User { get; private set; } = null!;

    public async Task SignInAsync<T>(string path, T request)
    {
        using var response = await PostAsync(path, request);
        response.EnsureSuccessStatusCode();
        User = await ReadAsync<SessionUser>(response);
    }

    public Task<HttpResponseMessage> PostAsync<T>(string path, T request) => Http.PostAsJsonAsync(path, request, Json.Options);

    public async Task<T> GetAsync<T>(string path) => (await Http.GetFromJsonAsync<T>(path, Json.Options))!;

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<T>(Json.Options))!;

    /// <summary>The status and the stable code of a refusal.</summary>
    public static async Task<(HttpStatusCode Status, string? Code)> ProblemAsync(HttpResponseMessage response)
    {
        var problem = await ReadAsync<JsonElement>(response);
        return (response.StatusCode, problem.GetProperty("code").GetString());
    }

    public void Dispose() => Http.Dispose();
}
