using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Server.Http;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Http;

public sealed class ProblemsTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task UnexpectedFailure_HasACodeAndATraceId_AndKeepsItsDetailsInTheLog(string environment)
    {
        var log = new CapturedLog();
        await using var app = await StartAsync(log, environment);
        using var browser = new TestBrowser(new Uri(app.Urls.First()));

        using var response = await browser.Http.GetAsync("/throws");

        var problem = await TestBrowser.ReadAsync<JsonElement>(response);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("serverError", problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("the inside", problem.ToString(), StringComparison.Ordinal);
        Assert.Single(log.Lines, line => line.Level == LogLevel.Error && line.Exception?.Message == "the inside");
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "notFound")]
    [InlineData("/number/x", HttpStatusCode.BadRequest, "invalid")]
    [InlineData("/expected", HttpStatusCode.Conflict, "scenarioGone")]
    public async Task ExpectedFailure_HasItsCode_InEveryEnvironment(string path, HttpStatusCode status, string code)
    {
        foreach (var environment in new[] { "Development", "Production" })
        {
            await using var app = await StartAsync(new CapturedLog(), environment);
            using var browser = new TestBrowser(new Uri(app.Urls.First()));

            using var response = await browser.Http.GetAsync(path);

            Assert.Equal((status, code), await TestBrowser.ProblemAsync(response));
        }
    }

    [Fact]
    public async Task BodyThatIsNotTheExpectedJson_IsRefused_WithTheLine()
    {
        await using var app = await StartAsync(new CapturedLog(), "Production");
        using var browser = new TestBrowser(new Uri(app.Urls.First()));

        using var response = await browser.Http.PostAsync("/body", new StringContent("{\n \"name\": 7 }", null, "application/json"));

        var problem = await TestBrowser.ReadAsync<JsonElement>(response);
        Assert.Equal("invalid", problem.GetProperty("code").GetString());
        Assert.Contains("line 2, at $.name", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(CapturedLog log, string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddProblems();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseProblems();
        app.MapGet("/throws", string () => throw new InvalidOperationException("the inside"));
        app.MapGet("/number/{n}", (int n) => n);
        app.MapGet("/expected", () => Problems.Problem("scenarioGone", StatusCodes.Status409Conflict, "The scenario has gone."));
        app.MapPost("/body", (Body body) => body);
        await app.StartAsync();
        return app;
    }

    private sealed record Body(string Name);
}
