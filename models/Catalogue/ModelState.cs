namespace RealtimeTraining.Models.Catalogue;

public enum ModelStateKind
{
    Missing,

    /// <summary>A download was begun and can be gone on with.</summary>
    Partial,

    /// <summary>A file of the right size that nobody has hashed yet. <see cref="ModelStore.Find"/> does.</summary>
    Unverified,

    /// <summary>There, whole, and known to be the right one.</summary>
    Installed,

    /// <summary>A file of that name that is not the model. Never given out.</summary>
    Damaged,
}

/// <summary>How it stands with a model on this machine.</summary>
/// <param name="Path">The file meant, where there is one. To be loaded only when <paramref name="Kind"/> is Installed.</param>
/// <param name="Bytes">How much of it there is.</param>
/// <param name="Says">A sentence for people.</param>
public sealed record ModelState(ModelStateKind Kind, string? Path, long Bytes, string Says);
