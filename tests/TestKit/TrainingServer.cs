using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.TestKit;

/// <summary>How a test wants its server. Everything may be left as it is.</summary>
public sealed record TrainingServerOptions
{
    public string Environment { get; init; } = "Development";

    /// <summary>Data to run on, which the test then owns; null: fresh and gone with the server.</summary>
    public TestStore? Store { get; init; }

    /// <summary>Null: the system's clock.</summary>
    public TimeProvider? Time { get; init; }

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Null: loopback.</summary>
    public IPAddress? ListenOn { get; init; }

    /// <summary>Runs after the product's own registrations.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>The whole server on a real socket, with its own data, inside the test's process.</summary>
public sealed class TrainingServer : WebApplicationFactory<Program>
{
    private readonly TrainingServerOptions options;
    private readonly TestStore? ownStore;

    private TrainingServer(TrainingServerOptions options)
    {
        this.options = options;
        Store = options.Store ?? (ownStore = TestStore.Create());
        if (options.ListenOn is { } address)
        {
            UseKestrel(kestrel => kestrel.Listen(address, 0));
        }
        else
        {
            UseKestrel(0);
        }
    }

    public TestStore Store { get; }

    public CapturedLog Log { get; } = new();

    /// <summary>Where it listens: <c>http://127.0.0.1:port</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public static TrainingServer Start(TrainingServerOptions? options = null)
    {
        var server = new TrainingServer(options ?? new TrainingServerOptions());
        try
        {
            server.StartServer();
        }
        catch
        {
            server.Dispose();
            throw;
        }
        server.Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <summary>A browser that nobody has signed in on. Keeps cookies.</summary>
    public TestBrowser OpenBrowser() => new(Address);

    /// <summary>One of the demo accounts; the first with this role.</summary>
    public Task<TestBrowser> SignInAsync(Role role) => SignInAsync(DemoAccounts.Listed.First(account => account.Role == role).Email);

    /// <param name="demoEmail">Any demo account, also one that is not listed, such as <c>jo@hillcrest.example</c>.</param>
    public async Task<TestBrowser> SignInAsync(string demoEmail)
    {
        var browser = OpenBrowser();
        await browser.SignInAsync("/api/session/demo", new DemoSignIn(demoEmail));
        return browser;
    }

    /// <summary>Somebody with a password, in the demo practice unless another tenant is named.</summary>
    public async Task<User> AddPersonAsync(string email, string password, Role role = Role.Trainee, Guid? tenantId = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id = tenantId ?? DemoAccounts.Riverside;
        var user = new User { Id = Guid.CreateVersion7(), Email = email, UserName = email, DisplayName = "Someone Else" };
        var made = await scope.ServiceProvider.GetRequiredService<NewPeople>().AddAsync(user, password, [role], CancellationToken.None);
        return made.Succeeded ? user : throw new InvalidOperationException(NewPeople.Sentence(made));
    }

    /// <summary>Waits until a call that has ended is scored and stored.</summary>
    public Task WhenStoredAsync(Server.Calls.CallId call) =>
        Services.GetRequiredService<Server.Calls.CallSessions>().WhenStoredAsync(call);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Found by name where a test project starts the server; a bench is none.
        builder.UseContentRoot(Checkout.Path("server"));
        builder.UseEnvironment(options.Environment);
        // Tests sign in far more often than people.
        builder.UseSetting("SignIn:TriesPerMinute", "10000");
        // One trainee speaks at a time; more decoders would only cost every server its time to start.
        builder.UseSetting("Speech:PocketSphinx:Decoders", "1");
        builder.UseSetting("Calls:WarmUp", "false");
        // However few processors there are: tests run beside each other.
        builder.UseSetting("Calls:MaxCalls", "20");
        // Sound goes over the hub where a test asks for nothing else, whatever gateways the build has.
        builder.UseSetting("Engines:WebRtc", "none");
        foreach (var (name, value) in Store.Settings.Concat(options.Settings))
        {
            builder.UseSetting(name, value);
        }
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<ILoggerProvider>(Log);
            if (options.Time is { } time)
            {
                services.Replace(ServiceDescriptor.Singleton(time));
            }
            options.Services?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            ownStore?.Dispose();
        }
    }
}
