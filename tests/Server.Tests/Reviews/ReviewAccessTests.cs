using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>Walks the server's own table of routes, so that a new endpoint cannot be forgotten.</summary>
public sealed class ReviewAccessTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [ServerFact]
    public async Task EveryEndpoint_IsClosed_ToTraineesSupervisorsAndTheSignedOut()
    {
        using var nobody = shared.Server.OpenBrowser();
        using var trainee = await shared.Server.SignInAsync(Role.Trainee);
        using var supervisor = await shared.Server.SignInAsync(Role.Supervisor);
        var endpoints = Endpoints();

        Assert.InRange(endpoints.Count, 9, 100);
        foreach (var (method, path) in endpoints)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nobody, method, path, Guid.NewGuid()));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(trainee, method, path, Guid.NewGuid()));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(supervisor, method, path, Guid.NewGuid()));
        }
    }

    [ServerFact]
    public async Task EveryEndpointOfARecording_KnowsNothingOfIt_InAnotherOrganisation()
    {
        using var coach = await shared.Server.SignInAsync(Role.Coach);
        using var begun = await coach.PostAsync("/api/reviews", ReviewRoom.Announced(new byte[100]));
        var id = (await TestBrowser.ReadAsync<ReviewSummary>(begun)).Id;
        const string password = "a long enough password";
        // May do all there is to do, at home.
        await shared.Server.AddPersonAsync("owner@hillcrest.example", password, Role.Administrator, DemoAccounts.Hillcrest);
        using var stranger = shared.Server.OpenBrowser();
        await stranger.SignInAsync("/api/session", new SignIn("owner@hillcrest.example", password));

        foreach (var (method, path) in Endpoints().Where(endpoint => endpoint.Path.Contains("{id", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, method, path, id));
        }
        Assert.Empty((await stranger.GetAsync<ReviewPage>("/api/reviews")).Reviews);
        Assert.DoesNotContain(await stranger.GetAsync<List<StaffMember>>("/api/reviews/staff"), person => person.DisplayName == "Maya Lindqvist");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(coach, HttpMethod.Get, "/api/reviews/{id:guid}", id));
    }

    [ServerFact]
    public async Task Administrator_MayDoWhatACoachMay()
    {
        using var administrator = await shared.Server.SignInAsync(Role.Administrator);

        using var response = await administrator.Http.GetAsync("/api/reviews");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private List<(HttpMethod Method, string Path)> Endpoints() =>
        [.. shared.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/reviews", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => (new HttpMethod(method), endpoint.RoutePattern.RawText!)))];

    /// <summary>What else a route wants is of the right kind, so that it is the recording that is not found and nothing before it.</summary>
    private static string WithValues(string path, Guid id) =>
        System.Text.RegularExpressions.Regex.Replace(path.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal), @"\{\w+:(\w+)\}",
            part => part.Groups[1].Value switch { "guid" => Guid.NewGuid().ToString(), "int" => "1", var kind => throw new NotSupportedException($"Give this test a value for a route's {kind}.") });

    private static async Task<HttpStatusCode> StatusAsync(TestBrowser browser, HttpMethod method, string path, Guid id)
    {
        using var request = new HttpRequestMessage(method, WithValues(path, id) + "?offset=0");
        if (method != HttpMethod.Get)
        {
            request.Content = path.EndsWith("content", StringComparison.Ordinal) ? new ByteArrayContent([1]) : JsonContent.Create(new { });
        }
        using var response = await browser.Http.SendAsync(request);
        return response.StatusCode;
    }
}
