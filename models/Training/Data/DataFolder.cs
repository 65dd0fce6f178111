using System.Security.Cryptography;
using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>A folder of public sets, laid out like the shared data's <c>text/</c>. A file may carry -test where another carries -train, or nothing.</summary>
public sealed class DataFolder(string path)
{
    public string Path => path;

    /// <summary>The file called <paramref name="name"/>, or its -test or -train twin; null where there is none.</summary>
    public string? Find(string name)
    {
        var (stem, ending) = (System.IO.Path.GetFileNameWithoutExtension(name), System.IO.Path.GetExtension(name));
        var bare = stem.Replace("-train", "", StringComparison.Ordinal);
        return new[] { stem, $"{bare}-train", bare, $"{bare}-test" }
            .Select(candidate => System.IO.Path.Combine(path, candidate + ending)).FirstOrDefault(File.Exists);
    }

    public static TrainingSource Source(string file, string? licence)
    {
        using var stream = File.OpenRead(file);
        return new TrainingSource(System.IO.Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(stream)), licence);
    }
}
