using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Storage;

/// <summary>The stores that this build contains, and which of them the configuration asks for.</summary>
public static class StoreEngines
{
    public const string ConnectionName = "Training";

    public static IReadOnlyList<IStoreEngine> InThisBuild { get; } =
        [.. typeof(StoreEngines).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IStoreEngine)))
            .Select(type => (IStoreEngine)Activator.CreateInstance(type)!)
            .OrderBy(engine => engine.Name, StringComparer.Ordinal)];

    /// <summary>PostgreSQL when there is a connection string, otherwise a SQLite file.</summary>
    public static IStoreEngine Choose(string? connectionString) => Choose(connectionString, InThisBuild);

    public static IStoreEngine Choose(string? connectionString, IReadOnlyList<IStoreEngine> engines)
    {
        var wanted = string.IsNullOrWhiteSpace(connectionString) ? "sqlite" : "postgresql";
        var engine = engines.FirstOrDefault(engine => engine.Name == wanted);
        return (engine, wanted) switch
        {
            ({ }, _) => engine,
            (null, "postgresql") => throw new InvalidOperationException(
                $"ConnectionStrings:{ConnectionName} asks for PostgreSQL, which this build was made without. "
                + "Build with -p:LimitedStore=postgres (or from the full package feed), or remove the connection string to keep a SQLite file."),
            _ => throw new InvalidOperationException(
                "No database: this build was made without SQLite, and no PostgreSQL connection string is set. "
                + $"Set ConnectionStrings:{ConnectionName} (\"Host=...;Database=...;Username=...;Password=...\"), or build without -p:LimitedStore=postgres."),
        };
    }
}
