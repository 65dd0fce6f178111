namespace RealtimeTraining.Models.Catalogue;

/// <summary>A catalogue that cannot be used. The message names the entry and the field.</summary>
public sealed class ModelCatalogueException : Exception
{
    public ModelCatalogueException(string message)
        : base(message)
    {
    }

    public ModelCatalogueException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ModelCatalogueException()
    {
    }
}
