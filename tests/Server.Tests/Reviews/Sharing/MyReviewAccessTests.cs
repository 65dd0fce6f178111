using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>Walks the server's own table of routes: what is shared with one person is there for nobody else, whatever their role.</summary>
public sealed class MyReviewAccessTests
{
    [ServerFact]
    public async Task EveryEndpoint_IsClosed_ToTheSignedOut()
    {
        using var server = TrainingServer.Start();
        using var nobody = server.OpenBrowser();

        foreach (var (method, path) in Endpoints(server))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nobody, method, path, Guid.NewGuid()));
        }
    }

    [FfmpegFact]
    public async Task EveryEndpointOfASharedCall_KnowsNothingOfIt_ForColleaguesCoachesAndOtherOrganisations()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        using var supervisor = await room.Server.SignInAsync(Role.Supervisor);
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        using var stranger = await room.Server.SignInAsync("jo@hillcrest.example");
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        using var shared = await room.Coach.Http.PutAsJsonAsync($"/api/reviews/{id}/share", new ShareReview(maya.User.Id, "", false, []), Json.Options);
        var endpoints = Endpoints(room.Server).Where(endpoint => endpoint.Path.Contains("{id", StringComparison.Ordinal)).ToList();

        Assert.Equal(HttpStatusCode.OK, shared.StatusCode);
        Assert.InRange(endpoints.Count, 3, 100);
        foreach (var (method, path) in endpoints)
        {
            foreach (var person in (TestBrowser[])[tom, supervisor, room.Coach, administrator, stranger])
            {
                Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(person, method, path, id));
            }
            Assert.NotEqual(HttpStatusCode.NotFound, await StatusAsync(maya, method, path, id));
        }
        foreach (var person in (TestBrowser[])[tom, room.Coach, stranger])
        {
            Assert.Empty(await person.GetAsync<List<MyReviewListed>>("/api/my-reviews"));
        }
    }

    private static List<(HttpMethod Method, string Path)> Endpoints(TrainingServer server) =>
        [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/my-reviews", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => (new HttpMethod(method), endpoint.RoutePattern.RawText!)))];

    private static async Task<HttpStatusCode> StatusAsync(TestBrowser browser, HttpMethod method, string path, Guid id)
    {
        var address = System.Text.RegularExpressions.Regex.Replace(path.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal), @"\{\w+:guid\}", _ => Guid.NewGuid().ToString());
        using var request = new HttpRequestMessage(method, address);
        if (method != HttpMethod.Get)
        {
            request.Content = JsonContent.Create(new { });
        }
        using var response = await browser.Http.SendAsync(request);
        return response.StatusCode;
    }
}
