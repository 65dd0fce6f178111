namespace RealtimeTraining.Models.Catalogue;

/// <summary>The codes of <see cref="ModelDownloadException"/>.</summary>
public static class ModelFailures
{
    /// <summary>No name server or no server answers.</summary>
    public const string NoNetwork = "noNetwork";

    /// <summary>The proxy wants a name and a password, or does not let the address through.</summary>
    public const string ProxyRefused = "proxyRefused";

    /// <summary>The server's certificate is not one that this machine trusts.</summary>
    public const string NotTrusted = "notTrusted";

    /// <summary>The server (404, 410), the folder or the catalogue does not have it.</summary>
    public const string NotFound = "notFound";

    /// <summary>The server answers 401, 403 or 451.</summary>
    public const string Refused = "refused";

    /// <summary>Any other answer that is no file.</summary>
    public const string ServerError = "serverError";

    /// <summary>The server sends on to an address that is not https, or on and on.</summary>
    public const string BadRedirect = "badRedirect";

    /// <summary>Nothing came for too long.</summary>
    public const string Stalled = "stalled";

    /// <summary>The connection broke, again and again.</summary>
    public const string BrokenOff = "brokenOff";

    public const string WrongSize = "wrongSize";

    public const string WrongHash = "wrongHash";

    public const string DiskFull = "diskFull";

    /// <summary>A file or folder on this machine cannot be read or written.</summary>
    public const string FolderUnusable = "folderUnusable";

    public const string LicenceNotAccepted = "licenceNotAccepted";

    /// <summary>Somebody else fetches, copies or removes the same model.</summary>
    public const string Busy = "busy";
}
