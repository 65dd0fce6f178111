using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class CurrentUserHubFilterTests
{
    [ServerFact]
    public async Task HubCall_IsMadeByTheConnectionsOwner_AndSeesTheirTenant()
    {
        using var server = TrainingServer.Start();
        var jo = new Connection(await PrincipalAsync(server, DemoAccounts.Hillcrest));

        var (name, people) = await CallAsync(server, jo);

        Assert.Equal("Jo Marsh", name);
        Assert.Equal(1, people);
    }

    [ServerFact]
    public async Task RoleTakenAway_DisconnectsWithinMinutes()
    {
        var time = new ManualTimeProvider();
        using var server = TrainingServer.Start(new() { Time = time });
        var jo = new Connection(await PrincipalAsync(server, DemoAccounts.Hillcrest));
        await CallAsync(server, jo);
        await WithJoAsync(server, (users, user) => users.RemoveFromRoleAsync(user, nameof(Role.Trainee)));

        await CallAsync(server, jo);
        Assert.False(jo.Aborted);
        time.Advance(TimeSpan.FromMinutes(3));
        var refusal = await Assert.ThrowsAsync<HubException>(() => CallAsync(server, jo));

        Assert.Equal("signedOut", refusal.Message);
        Assert.True(jo.Aborted);
    }

    [ServerFact]
    public async Task NothingChanged_TheConnectionGoesOn()
    {
        var time = new ManualTimeProvider();
        using var server = TrainingServer.Start(new() { Time = time });
        var jo = new Connection(await PrincipalAsync(server, DemoAccounts.Hillcrest));

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("Jo Marsh", (await CallAsync(server, jo)).Name);
            time.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.False(jo.Aborted);
    }

    private static async Task<(string Name, int People)> CallAsync(TrainingServer server, HubCallerContext connection)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var invocation = new HubInvocationContext(connection, scope.ServiceProvider, new EmptyHub(), typeof(EmptyHub).GetMethod(nameof(EmptyHub.Call))!, []);
        var result = await server.Services.GetRequiredService<CurrentUserHubFilter>().InvokeMethodAsync(invocation, async call => (
            call.ServiceProvider.GetRequiredService<ICurrentUser>().DisplayName,
            await call.ServiceProvider.GetRequiredService<TrainingDb>().Users.CountAsync()));
        return ((string, int))result!;
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(TrainingServer server, Guid tenantId)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id = tenantId;
        var user = await scope.ServiceProvider.GetRequiredService<TrainingDb>().Users.FirstAsync();
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
    }

    private static async Task WithJoAsync(TrainingServer server, Func<UserManager<User>, User, Task<IdentityResult>> change)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id = DemoAccounts.Hillcrest;
        var user = await scope.ServiceProvider.GetRequiredService<TrainingDb>().Users.SingleAsync();
        Assert.True((await change(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), user)).Succeeded);
    }

    private sealed class EmptyHub : Hub
    {
        public static void Call()
        {
        }
    }

    private sealed class Connection(ClaimsPrincipal user) : HubCallerContext
    {
        public bool Aborted { get; private set; }

        public override string ConnectionId => "c1";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => user;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => new(Aborted);

        public override void Abort() => Aborted = true;
    }
}
