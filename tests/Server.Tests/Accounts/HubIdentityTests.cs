using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

/// <summary>Over a real socket: a hub needs to do nothing to know its caller and to see that caller's rows only.</summary>
public sealed class HubIdentityTests
{
    private const char EndOfMessage = '\u001e';

    [ServerTheory]
    [InlineData("jo@hillcrest.example", "Jo Marsh sees 1")]
    [InlineData("maya@riverside.example", "Maya Lindqvist sees 5")]
    public async Task HubCall_KnowsItsCaller_AndSeesTheirTenant(string demoEmail, string expected)
    {
        using var server = TrainingServer.Start(new() { Services = services => services.AddSingleton<IStartupFilter, MapWhoHub>() });
        using var browser = await server.SignInAsync(demoEmail);
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = browser.Cookies;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/who" }.Uri, patience.Token);

        await SendAsync(socket, """{"protocol":"json","version":1}""", patience.Token);
        await SendAsync(socket, """{"type":1,"invocationId":"1","target":"Who","arguments":[]}""", patience.Token);

        Assert.Contains($"\"result\":\"{expected}\"", await AnswerAsync(socket, patience.Token), StringComparison.Ordinal);
    }

    private static Task SendAsync(ClientWebSocket socket, string message, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, true, cancellationToken);

    private static async Task<string> AnswerAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\"type\":3", StringComparison.Ordinal) && socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer, cancellationToken);
            text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
        return text.ToString();
    }

    [Authorize]
    private sealed class WhoHub(ICurrentUser caller, TrainingDb db) : Hub
    {
        public async Task<string> Who() => $"{caller.DisplayName} sees {await db.Users.CountAsync()}";
    }

    private sealed class MapWhoHub : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.MapWhen(http => http.Request.Path == "/who", branch => branch.UseRouting().UseAccounts()
                .UseEndpoints(endpoints => endpoints.MapHub<WhoHub>("/who", options => { })));
            next(app);
        };
    }
}
