using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Tool;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class ModelToolTests : IDisposable
{
    private static readonly byte[] Body = TestModels.Content();

    private readonly TestFolder _data = new();
    private readonly TestFolder _brought = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _data.Dispose();
        _brought.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("get")]
    [InlineData("get", "one", "--recommended")]
    [InlineData("get", "one", "--fast")]
    [InlineData("get", "one", "--data")]
    [InlineData("list", "one")]
    [InlineData("list", "--recommended")]
    [InlineData("verify", "--accept-licence")]
    [InlineData("remove")]
    [InlineData("import")]
    [InlineData("import", "a", "b")]
    public async Task Nonsense_GivesHelp(params string[] arguments)
    {
        Assert.Equal(ModelTool.WrongArguments, await new ModelTool(_output, _error).RunAsync(arguments));
        Assert.Contains("./dev models [WORD]", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("get", "-h")]
    public async Task Help_IsAResult(params string[] arguments)
    {
        Assert.Equal(ModelTool.Good, await new ModelTool(_output, _error).RunAsync(arguments));
        Assert.Contains("--recommended", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownName_ListsTheKnown()
    {
        Assert.Equal(ModelTool.WrongArguments, await new ModelTool(_output, _error).RunAsync(["get", "whisper-huge"]));
        Assert.Contains("whisper-base.en", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_MarksWhatIsRecommended()
    {
        var tool = new ModelTool(_output, _error) { Machine = new MachineProfile(8, 32_000, 5_000) };
        Assert.Equal(ModelTool.Good, await tool.RunAsync(["--data", _data.Path]));
        var lines = _output.ToString().Split('\n');
        Assert.Contains(lines, line => line.StartsWith("* whisper-base.en", StringComparison.Ordinal) && line.Contains("148 MB", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.StartsWith('*')));
        Assert.Contains(lines, line => line.Contains(Path.Combine(_data.Path, "models"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AModel_IsImportedVerifiedListedAndRemoved()
    {
        var entry = TestModels.Entry(Body);
        var tool = new ModelTool(_output, _error) { Catalogue = new ModelCatalogue([entry]), Machine = new MachineProfile(8, 32_000, 5_000) };
        await File.WriteAllBytesAsync(Path.Combine(_brought.Path, entry.File), Body);
        Assert.Equal(ModelTool.Good, await tool.RunAsync(["import", _brought.Path, "--data", _data.Path]));
        Assert.Equal(ModelTool.Good, await tool.RunAsync(["verify", "--data", _data.Path]));
        await File.WriteAllBytesAsync(Path.Combine(_data.Path, "models", entry.File), TestModels.Content(seed: 3));
        Assert.Equal(ModelTool.Failed, await tool.RunAsync(["verify", "--data", _data.Path]));
        Assert.Equal(ModelTool.Good, await tool.RunAsync(["remove", entry.Name, "--data", _data.Path]));
        Assert.Equal(ModelTool.Failed, await tool.RunAsync(["verify", entry.Name, "--data", _data.Path]));
        Assert.Equal(ModelTool.Failed, await tool.RunAsync(["remove", entry.Name, "--data", _data.Path]));
    }

    [Fact]
    public async Task GetRecommended_FetchesWhatFits_AndGoesOnAfterAFailure()
    {
        await using var good = new ModelServer(Answers.Good(Body));
        await using var bad = new ModelServer(Answers.Status("404 Not Found"));
        var missing = TestModels.Entry(TestModels.Content(seed: 5), bad.Url(), "missing") with { Role = ModelRole.PatientWords, Wish = new ModelWish(1) };
        var there = TestModels.Entry(Body, good.Url(), "there") with { Wish = new ModelWish(1) };
        var tool = new ModelTool(_output, _error)
        {
            Catalogue = new ModelCatalogue([missing, there]),
            Machine = new MachineProfile(8, 32_000, 5_000),
            Download = new ModelDownloadOptions { AllowLoopback = true },
        };
        Assert.Equal(ModelTool.Failed, await tool.RunAsync(["get", "--recommended", "--data", _data.Path]));
        Assert.Contains("(notFound)", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Path.Combine(_data.Path, "models", "there.bin")));
        Assert.StartsWith("there is installed: ", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailure_IsOneSentenceWithItsCode()
    {
        var entry = TestModels.Entry(Body, mustAccept: true);
        var tool = new ModelTool(_output, _error) { Catalogue = new ModelCatalogue([entry]) };
        Assert.Equal(ModelTool.Failed, await tool.RunAsync(["get", entry.Name, "--data", _data.Path]));
        Assert.Contains("Be good.", _error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(licenceNotAccepted)\n", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACancelledGet_IsSaidToBeResumable()
    {
        var entry = TestModels.Entry(Body);
        var tool = new ModelTool(_output, _error) { Catalogue = new ModelCatalogue([entry]) };
        Assert.Equal(ModelTool.Stopped, await tool.RunAsync(["get", entry.Name, "--data", _data.Path], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Progress_WithoutATerminal_IsALineEachTenPerCent()
    {
        using var line = new ProgressLine(_error, redraws: false);
        var entry = TestModels.Entry(Body);
        for (var bytes = 0; bytes <= Body.Length; bytes += 1000)
        {
            line.Report(new ModelProgress(entry, ModelPhase.Downloading, bytes, 1_000_000, TimeSpan.FromSeconds(75)));
        }
        var lines = _error.ToString().TrimEnd().Split('\n');
        Assert.Equal(11, lines.Length);
        Assert.Equal("test-model   50 %  150 kB of 300 kB  1 MB/s  1 min 15 s left", lines[5]);
    }

    [Fact]
    public void Progress_OnATerminal_IsOneLineWrittenOver()
    {
        var line = new ProgressLine(_error, redraws: true);
        line.Report(new ModelProgress(TestModels.Entry(Body), ModelPhase.Waiting, 10, Says: new string('x', 500)));
        line.Report(new ModelProgress(TestModels.Entry(Body), ModelPhase.Downloading, 20));
        line.Dispose();
        var written = _error.ToString();
        Assert.Single(written, letter => letter == '\n');
        Assert.All(written.Split('\r'), part => Assert.True(part.TrimEnd('\n').Length < 120));
    }
}
