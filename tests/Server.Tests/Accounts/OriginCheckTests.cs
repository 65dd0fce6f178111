using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class OriginCheckTests
{
    [Theory]
    [InlineData("https://training.example", null, true)]
    [InlineData("https://TRAINING.example:443", null, true)]
    [InlineData("https://training.example:8443", null, false)]
    [InlineData("https://training.example.evil.example", null, false)]
    [InlineData("http://localhost:5173", null, false)]
    [InlineData("https://other.example", null, true)]
    [InlineData("https://evil.example", "same-origin", true)]
    [InlineData("https://training.example", "cross-site", false)]
    [InlineData(null, "none", true)]
    [InlineData(null, null, true)]
    [InlineData("null", null, false)]
    [InlineData("javascript:alert(1)", null, false)]
    public async Task InProduction_OnlyItsOwnPagesAndTheListedOnes(string? origin, string? site, bool passes) =>
        Assert.Equal(passes, await PassesAsync(Environments.Production, "POST", "/api/session", origin, site));

    [Theory]
    [InlineData("http://localhost:5173", true)]
    [InlineData("http://127.0.0.1:5173", true)]
    [InlineData("https://evil.example", false)]
    public async Task InDevelopment_ADevelopmentServerOnThisMachineToo(string origin, bool passes) =>
        Assert.Equal(passes, await PassesAsync(Environments.Development, "POST", "/api/session", origin, null));

    [Theory]
    [InlineData("GET", "/api/session", true)]
    [InlineData("GET", "/hubs/call", false)]
    [InlineData("GET", "/HUBS/call", false)]
    [InlineData("DELETE", "/api/session", false)]
    public async Task AnotherSite_MayRead_ButNotChangeOrConnect(string method, string path, bool passes) =>
        Assert.Equal(passes, await PassesAsync(Environments.Production, method, path, "https://evil.example", null));

    private static async Task<bool> PassesAsync(string environment, string method, string path, string? origin, string? site)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Http:AllowedOrigins:0"] = "https://other.example" }).Build();
        var passed = false;
        var check = new OriginCheck(_ => { passed = true; return Task.CompletedTask; }, configuration, new HostingEnvironment { EnvironmentName = environment });
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.Host = new HostString("training.example");
        if (origin is not null)
        {
            context.Request.Headers.Origin = origin;
        }
        if (site is not null)
        {
            context.Request.Headers["Sec-Fetch-Site"] = site;
        }
        await check.InvokeAsync(context);
        Assert.Equal(passed ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden, context.Response.StatusCode);
        return passed;
    }

    private sealed class HostingEnvironment : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
