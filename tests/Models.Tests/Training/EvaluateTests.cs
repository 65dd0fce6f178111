using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training;

namespace RealtimeTraining.Models.Tests.Training;

public sealed class EvaluateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AFolderOfWeights_MayHoldThoseOfTurnsToo()
    {
        var (weights, data) = (_folder.CreateSubdirectory("weights"), _folder.CreateSubdirectory("data"));
        foreach (var name in typeof(LanguageModels).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".rtlm", StringComparison.Ordinal)))
        {
            using var from = typeof(LanguageModels).Assembly.GetManifestResourceStream(name)!;
            using var to = File.Create(Path.Combine(weights.FullName, name));
            from.CopyTo(to);
        }
        using var error = new StringWriter();

        var code = TrainingTool.Run(["evaluate", data.FullName, "--out", weights.FullName], TextWriter.Null, error);

        Assert.True(code == TrainingTool.Good, error.ToString());
        Assert.DoesNotContain("the build has no such model", error.ToString(), StringComparison.Ordinal);
    }
}
