using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Scenarios.Files;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Scenarios;

public sealed class ScenarioLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenarios");
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AWrongFile_IsReportedAndSkipped_AndTheOthersLoad()
    {
        Write("parking-pass", DocumentedExample.Text);
        Write("broken", "id: broken\ntype: [");
        File.WriteAllText(Path.Combine(_folder.FullName, "old.yml"), DocumentedExample.Text);

        var library = Library();

        Assert.Equal("parking-pass", Assert.Single(library.All).Id);
        Assert.Equal(["broken.yaml", "old.yml"], library.Problems.Select(problem => problem.File).Distinct().Order());
        Assert.Null(library.Find("broken"));
    }

    [Fact]
    public void AFileThatIsTooLarge_IsReported()
    {
        Write("large", "# " + new string('x', ScenarioFile.MaxBytes));

        Assert.Contains("256 kB are the most", Assert.Single(Library().Problems).Reason);
    }

    [Fact]
    public void AFileThatIsNotUtf8_IsReported()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "latin.yaml"), [.. "id: caf"u8, 0xE9, (byte)'\n']);

        Assert.Contains("UTF-8", Assert.Single(Library().Problems).Reason);
    }

    [Fact]
    public void AFolderThatDoesNotExist_IsReportedAndTheServerStands()
    {
        var library = new ScenarioLibrary([Path.Combine(_folder.FullName, "none")], TimeSpan.Zero, _time, NullLogger<ScenarioLibrary>.Instance);

        Assert.Empty(library.All);
        Assert.Contains("cannot be read", Assert.Single(library.Problems).Reason);
    }

    [Fact]
    public void AChangedFile_IsReadAgainAtTheNextLook_AndAnEarlierScenarioStaysAsItWas()
    {
        Write("parking-pass", DocumentedExample.Text);
        var library = Library();
        var before = library.Find("parking-pass")!;

        Write("parking-pass", DocumentedExample.With("title: Where do I park?", "title: Where shall I park?"));
        Assert.Same(before, library.Find("parking-pass"));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Where shall I park?", library.Find("parking-pass")!.Title);
        Assert.Equal("Where do I park?", before.Title);
    }

    [Fact]
    public void AFileThatBreaks_IsTakenOut_AndComesBackWhenItIsMended()
    {
        Write("parking-pass", DocumentedExample.Text);
        var library = Library();

        Write("parking-pass", DocumentedExample.Without("title: Where do I park?\n"));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(library.Find("parking-pass"));
        Assert.Single(library.Problems);

        Write("parking-pass", DocumentedExample.Text);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull(library.Find("parking-pass"));
        Assert.Empty(library.Problems);
    }

    [Fact]
    public void AFileThatIsTakenAway_IsGoneAtTheNextLook()
    {
        Write("parking-pass", DocumentedExample.Text);
        var library = Library();

        File.Delete(Path.Combine(_folder.FullName, "parking-pass.yaml"));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Empty(library.All);
    }

    [Fact]
    public void AnOrganisationsOwnFile_ReplacesTheProducts()
    {
        var own = _folder.CreateSubdirectory("own");
        Write("parking-pass", DocumentedExample.Text);
        File.WriteAllText(Path.Combine(own.FullName, "parking-pass.yaml"), DocumentedExample.With("title: Where do I park?", "title: Our garage"));

        var library = new ScenarioLibrary([_folder.FullName, own.FullName], TimeSpan.Zero, _time, NullLogger<ScenarioLibrary>.Instance);

        Assert.Equal("Our garage", Assert.Single(library.All).Title);
    }

    [Fact]
    public void TheBuiltInLibrary_StandsByDifficultyAndHasNoProblems()
    {
        var library = new ScenarioLibrary([ScenarioLibrary.BuiltInFolder], TimeSpan.Zero, _time, NullLogger<ScenarioLibrary>.Instance);

        Assert.Empty(library.Problems);
        Assert.Equal(library.All.OrderBy(scenario => scenario.Difficulty), library.All);
    }

    private ScenarioLibrary Library() => new([_folder.FullName], TimeSpan.FromSeconds(2), _time, NullLogger<ScenarioLibrary>.Instance);

    private void Write(string name, string yaml)
    {
        var path = Path.Combine(_folder.FullName, name + ".yaml");
        var before = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : DateTime.UnixEpoch;
        File.WriteAllText(path, yaml);
        // Two writes within one tick of the file system's clock must still be told apart.
        File.SetLastWriteTimeUtc(path, before.AddSeconds(1));
    }
}
