namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// One model that can be fetched: what it is, where it comes from and how it is known to be the right one. Immutable.
/// Entries of a <see cref="ModelCatalogue"/> have been checked; see there for what each field may hold.
/// </summary>
public sealed record ModelEntry
{
    /// <summary>What people type: "whisper-base.en".</summary>
    public required string Name { get; init; }

    /// <summary>The file's name in the models' folder, without any folder.</summary>
    public required string File { get; init; }

    public required ModelRole Role { get; init; }

    public required Uri Url { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Of the whole file, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required ModelLicence Licence { get; init; }

    /// <summary>What the process grows by with the model loaded and one call, estimated.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>ISO 639-1 codes, or "multi" for dozens of them.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>One sentence for the person who chooses.</summary>
    public required string GoodFor { get; init; }

    /// <summary>The one that is meant when a role is named and no model. At most one a role.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Null: never recommended, only offered.</summary>
    public ModelWish? Wish { get; init; }
}
