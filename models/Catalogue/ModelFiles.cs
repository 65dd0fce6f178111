namespace RealtimeTraining.Models.Catalogue;

/// <summary>What the files of a model in the own folder are called.</summary>
internal static class ModelFiles
{
    /// <summary>What has come so far of a download.</summary>
    public const string Part = ".part";

    /// <summary>The version of the file that the part is of, in the server's words.</summary>
    public const string Etag = ".etag";

    /// <summary>Held while somebody fetches, copies or removes. It stays, empty: to delete it would let two hold it.</summary>
    public const string Lock = ".lock";

    /// <summary>A file that is being copied in.</summary>
    public const string Copy = ".copy";

    /// <summary>Which files were hashed, with what result.</summary>
    public const string Verified = "verified.json";
}
