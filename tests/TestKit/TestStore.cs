using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.TestKit;

/// <summary>
/// An empty database and data folder of a test's own. It outlives the servers that are started on it, so that a test
/// can stop one and start the next on the same data.
/// </summary>
public sealed class TestStore : IDisposable
{
    private readonly TestFolder folder = new();
    private ServiceProvider? services;

    private TestStore(string? connectionString) => ConnectionString = connectionString;

    /// <summary>Null: SQLite.</summary>
    public string? ConnectionString { get; }

    public string DataFolder => folder.Path;

    /// <summary>Makes contexts on it. Call <see cref="MigrateAsync"/> before, unless a server has run on it.</summary>
    public TrainingDbFactory Databases => Services.GetRequiredService<TrainingDbFactory>();

    public DbContextOptions<TrainingDb> Options => Services.GetRequiredService<DbContextOptions<TrainingDb>>();

    /// <summary>What a server is configured with to run on it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        [Server.Storage.DataFolder.Setting] = DataFolder,
        [$"ConnectionStrings:{StoreEngines.ConnectionName}"] = ConnectionString,
    };

    private ServiceProvider Services => services ??= new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
        .AddSingleton<IHostEnvironment>(new TestEnvironment(DataFolder))
        .AddStorage()
        .BuildServiceProvider();

    /// <summary>On the store that this build has: SQLite, or PostgreSQL in a build without SQLite.</summary>
    public static TestStore Create() => Create(StoreEngines.InThisBuild.Any(engine => engine.Name == "sqlite") ? "sqlite" : "postgresql");

    /// <param name="store">"sqlite" or "postgresql".</param>
    public static TestStore Create(string store) =>
        new(store == "postgresql" ? PostgreSqlCluster.Shared.NewDatabase() : null);

    /// <summary>At a place that the test names, also one where there is nothing.</summary>
    public static TestStore At(string connectionString) => new(connectionString);

    public Task MigrateAsync() => Services.GetServices<IHostedService>().OfType<DatabaseStartup>().Single().StartAsync(CancellationToken.None);

    /// <summary>A tenant with one trainee, for rows to belong to.</summary>
    public async Task<User> AddTraineeAsync(string name = "Maya Lindqvist")
    {
        var tenant = new Tenant { Id = Guid.CreateVersion7(), Name = name + "'s practice" };
        await using var db = Databases.Create(tenant.Id);
        var email = $"{Guid.NewGuid():n}@practice.example";
        var user = new User
        {
            Id = Guid.CreateVersion7(), DisplayName = name, Email = email, UserName = email,
            NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(),
        };
        db.Add(tenant);
        db.Add(user);
        await db.SaveChangesAsync();
        return user;
    }

    public void Dispose()
    {
        services?.Dispose();
        folder.Dispose();
    }

    private sealed class TestEnvironment(string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "RealtimeTraining.Server";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
