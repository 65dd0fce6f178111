namespace RealtimeTraining.Models.Catalogue;

/// <summary>Where models lie.</summary>
/// <param name="Own">Written to. Made when the first model comes.</param>
/// <param name="Offered">Only ever read: a folder that somebody filled by hand, for machines without internet. Null: none.</param>
public sealed record ModelFolders(string Own, string? Offered = null)
{
    /// <summary>The environment variable that names <see cref="Offered"/>.</summary>
    public const string Variable = "REALTIME_MODELS";

    /// <summary>The folder <c>models</c> of the data folder, and what the environment offers.</summary>
    public static ModelFolders In(string dataFolder) => new(
        Path.GetFullPath(Path.Combine(dataFolder, "models")),
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } offered ? Path.GetFullPath(offered) : null);
}
