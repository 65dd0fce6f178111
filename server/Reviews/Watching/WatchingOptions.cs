using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Folders on the server that recordings are dropped into. Section <c>Reviews:Watching</c> of the configuration; checked at start.</summary>
public sealed class WatchingOptions : IValidatableObject
{
    public const string Section = ReviewOptions.Section + ":Watching";

    public IReadOnlyList<WatchedFolder> Folders { get; init; } = [];

    /// <summary>How often a folder is looked at. Looking works on network drives too, where nothing tells of changes.</summary>
    [Range(1, 3_600)]
    public int LookSeconds { get; init; } = 5;

    /// <summary>A file that has not changed for so long is whole.</summary>
    [Range(0, 3_600)]
    public int SettleSeconds { get; init; } = 10;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var folder in Folders)
        {
            if (!Path.IsPathFullyQualified(folder.Folder) || string.IsNullOrWhiteSpace(folder.As))
            {
                yield return new ValidationResult($"{Section}:Folders: each needs a Folder, as a whole path, and As: the e-mail address of the coach or administrator in whose name files are taken.");
            }
        }
        if (Folders.Select(folder => folder.Folder).Distinct(StringComparer.Ordinal).Count() < Folders.Count)
        {
            yield return new ValidationResult($"{Section}:Folders: the same folder stands there twice.");
        }
    }
}

/// <summary>One of them, for one organisation: that of the person in whose name its files are taken.</summary>
public sealed class WatchedFolder
{
    public string Folder { get; init; } = "";

    /// <summary>E-mail address of a coach or an administrator.</summary>
    public string As { get; init; } = "";

    /// <summary>The line or team of files that do not say theirs.</summary>
    public string Queue { get; init; } = "";

    /// <summary>Whoever drops files here states that the parties agreed to be recorded.</summary>
    public bool ConsentNoted { get; init; }
}
