namespace RealtimeTraining.Models.Catalogue;

internal static class LicenceCheck
{
    /// <exception cref="ModelDownloadException">The licence has to be accepted, and was not.</exception>
    public static void Need(ModelEntry entry, bool accepted)
    {
        if (entry.Licence is { MustAccept: true } licence && !accepted)
        {
            throw new ModelDownloadException(ModelFailures.LicenceNotAccepted,
                $"{entry.Name} is under the {licence.Name} ({licence.Url}). {licence.Note} Read it, and if you agree try again and accept it (./dev models: --accept-licence).");
        }
    }
}
