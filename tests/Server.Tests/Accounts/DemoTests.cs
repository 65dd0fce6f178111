using System.Net;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class DemoTests
{
    [ServerFact]
    public async Task DemoAccount_InDevelopment_SignsInWithOneClick()
    {
        using var server = TrainingServer.Start();
        using var browser = await server.SignInAsync(Role.Supervisor);

        var session = await browser.GetAsync<SessionInfo>("/api/session");

        Assert.Equal("Ruth Castellano", session.User?.DisplayName);
        Assert.Equal([Role.Supervisor], session.User!.Roles);
        Assert.False(session.SetupNeeded);
    }
}
