using System.Text.Json;
using System.Text.RegularExpressions;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>Checks every field of <c>catalogue.json</c>: what stands there decides what is fetched and where it is written.</summary>
internal static partial class CatalogueReader
{
    private const int MaxEntries = 200;
    private const long MaxModelBytes = 64L << 30;

    /// <summary>Endings that the store uses for files of its own.</summary>
    private static readonly string[] Reserved = [ModelFiles.Part, ModelFiles.Etag, ModelFiles.Lock, ModelFiles.Copy, ".json"];

    public static IReadOnlyList<ModelEntry> Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("models", out var models) || models.ValueKind != JsonValueKind.Array)
        {
            throw new ModelCatalogueException("The model catalogue has to be an object with the list \"models\".");
        }
        if (models.GetArrayLength() is 0 or > MaxEntries)
        {
            throw new ModelCatalogueException($"The model catalogue has to hold 1 to {MaxEntries} models.");
        }
        var entries = new List<ModelEntry>();
        foreach (var model in models.EnumerateArray())
        {
            var fields = new EntryFields(model, $"Model {entries.Count + 1}");
            var entry = ReadEntry(fields);
            Compare(entry, entries, fields);
            entries.Add(entry);
        }
        return entries.AsReadOnly();
    }

    private static ModelEntry ReadEntry(EntryFields fields)
    {
        var name = fields.Text("name", 64);
        fields.Label = $"Model \"{name}\"";
        var entry = new ModelEntry
        {
            Name = NamePattern().IsMatch(name) ? name : throw fields.Wrong("name", "may hold small letters, digits, dots and hyphens only"),
            File = File(fields),
            Role = Role(fields),
            Url = fields.HttpsUrl("url"),
            Bytes = fields.Number("bytes", 1, MaxModelBytes),
            Sha256 = fields.Text("sha256") is var sha && ShaPattern().IsMatch(sha) ? sha : throw fields.Wrong("sha256", "has to be 64 hexadecimal digits in small letters"),
            Licence = Licence(fields),
            MemoryMiB = (int)fields.Number("memoryMiB", 1, 1 << 20),
            Languages = fields.Texts("languages", 100),
            GoodFor = fields.Text("goodFor"),
            IsDefault = fields.Flag("default"),
            Wish = Wish(fields),
        };
        fields.NothingElse();
        return entry;
    }

    private static string File(EntryFields fields)
    {
        var file = fields.Text("file", 128);
        if (file.IndexOfAny(['/', '\\', ':']) >= 0 || file is "." or "..")
        {
            throw fields.Wrong("file", $"has to be a file's name without a folder, not \"{file}\"");
        }
        if (!FilePattern().IsMatch(file) || Array.Exists(Reserved, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            throw fields.Wrong("file", $"cannot be \"{file}\": letters, digits, dots, hyphens and underscores, beginning with a letter or digit, and not ending in {string.Join(", ", Reserved)}");
        }
        return file;
    }

    private static ModelRole Role(EntryFields fields) => fields.Text("role") switch
    {
        "recogniser" => ModelRole.Recogniser,
        "patientWords" => ModelRole.PatientWords,
        "speechDetector" => ModelRole.SpeechDetector,
        var other => throw fields.Wrong("role", $"cannot be \"{other}\"; it is recogniser, patientWords or speechDetector"),
    };

    private static ModelLicence Licence(EntryFields fields)
    {
        var inner = fields.Inner("licence") ?? throw fields.Wrong("licence", "is missing");
        var licence = new ModelLicence(inner.Text("name", 100), inner.HttpsUrl("url"), inner.OptionalText("note", 1000), inner.Flag("mustAccept"));
        inner.NothingElse();
        return licence is { MustAccept: true, Note: null } ? throw inner.Wrong("note", "is missing, and has to say what is accepted") : licence;
    }

    private static ModelWish? Wish(EntryFields fields)
    {
        if (fields.Inner("recommend") is not { } inner)
        {
            return null;
        }
        var wish = new ModelWish((int)inner.Number("order", 1, 1000), (int)inner.Number("cores", 1, 1024, 1), (int)inner.Number("spareMiB", 0, 1 << 20, 0), inner.Flag("orGpu"));
        inner.NothingElse();
        return wish;
    }

    private static void Compare(ModelEntry entry, List<ModelEntry> before, EntryFields fields)
    {
        foreach (var other in before)
        {
            if (other.Name == entry.Name)
            {
                throw fields.Wrong("name", "is there twice");
            }
            if (other.File.Equals(entry.File, StringComparison.OrdinalIgnoreCase))
            {
                throw fields.Wrong("file", $"is that of \"{other.Name}\" too");
            }
            if (other.Role == entry.Role && other.IsDefault && entry.IsDefault)
            {
                throw fields.Wrong("default", $"is set for \"{other.Name}\" too, which has the same role");
            }
            if (other.Role == entry.Role && other.Wish is { } wish && wish.Order == entry.Wish?.Order)
            {
                throw fields.Wrong("recommend", $"has the same order as \"{other.Name}\", which has the same role");
            }
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]*\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._\-]*\z")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex ShaPattern();
}
