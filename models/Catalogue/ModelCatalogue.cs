using System.Text;
using System.Text.Json;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>The models that the product knows how to fetch. Immutable and thread-safe.</summary>
public sealed class ModelCatalogue
{
    private const int MaxBytes = 1 << 20;

    private readonly Dictionary<string, ModelEntry> _byName;

    /// <param name="entries">Checked already.</param>
    internal ModelCatalogue(IReadOnlyList<ModelEntry> entries)
    {
        Entries = entries;
        _byName = entries.ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<ModelEntry> Entries { get; }

    /// <summary>Null when there is no such entry. A file's name is understood too.</summary>
    public ModelEntry? Named(string name) =>
        _byName.GetValueOrDefault(name) ?? Entries.FirstOrDefault(entry => entry.File.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one that comes with the product: <c>models/catalogue.json</c>.</summary>
    /// <exception cref="ModelCatalogueException"/>
    public static ModelCatalogue Load()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("catalogue.json")
            ?? throw new ModelCatalogueException("This build holds no model catalogue. Build it again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    /// <param name="json"><c>{ "models": [ ... ] }</c>, at most a mebibyte.</param>
    /// <exception cref="ModelCatalogueException">Not JSON, or an entry that is not whole, not safe or not the only one of its name.</exception>
    public static ModelCatalogue Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxBytes)
        {
            throw new ModelCatalogueException("The model catalogue is longer than a mebibyte.");
        }
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            return new ModelCatalogue(CatalogueReader.Read(document.RootElement));
        }
        catch (JsonException e)
        {
            throw new ModelCatalogueException($"The model catalogue is not JSON: {e.Message}", e);
        }
    }
}
