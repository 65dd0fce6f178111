using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.Server.Tests.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Engines;

public sealed class EngineCatalogTests
{
    private readonly ScriptedEngine<ISpeechSynthesizer> _fine = new(EngineRole.Voice, "fine", 50, () => new ToneSynthesizer());
    private readonly ScriptedEngine<ISpeechSynthesizer> _plain = new(EngineRole.Voice, "plain", 10, () => new ToneSynthesizer());

    [Fact]
    public async Task Auto_TakesTheBestThatIsHere_AndKeepsTheOthersBehindIt()
    {
        await using var room = new EngineRoom(_plain, _fine);

        Assert.Equal(["fine", "plain"], room.Catalog.Succession(EngineRole.Voice).Select(engine => engine.Name));
        _fine.Available = false;
        Assert.Equal(["plain"], room.Catalog.Succession(EngineRole.Voice).Select(engine => engine.Name));
    }

    [Fact]
    public async Task Chosen_ComesFirst_AndIsExplained_AlsoWhenItCannotRun()
    {
        await using var room = new EngineRoom(_plain, _fine);
        room.Settings.Choose(EngineRole.Voice, "plain");

        Assert.Equal(["plain", "fine"], room.Catalog.Succession(EngineRole.Voice).Select(engine => engine.Name));
        _plain.Available = false;
        var choice = room.Catalog.Choices().Single(choice => choice.Role == EngineRole.Voice);
        Assert.Equal(("fine", "plain"), (choice.Running, choice.Wanted));
        Assert.StartsWith("plain was chosen but cannot run now.", choice.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_SwitchesTheRoleOff()
    {
        await using var room = new EngineRoom(_plain);
        room.Settings.Choose(EngineRole.Voice, EngineSettings.None);

        Assert.Null(room.Catalog.First(EngineRole.Voice));
        Assert.Equal("Switched off.", room.Catalog.Choices().Single(choice => choice.Role == EngineRole.Voice).Why);
    }

    [Fact]
    public async Task FailedLately_GoesToTheEnd_AndGetsAnotherChanceAfterAMinute()
    {
        await using var room = new EngineRoom(_plain, _fine);
        room.Health.Failed(_fine, "it took too long");

        Assert.Equal(["plain", "fine"], room.Catalog.Succession(EngineRole.Voice).Select(engine => engine.Name));
        Assert.StartsWith("fine failed lately (it took too long).", room.Catalog.Choices().Single(choice => choice.Role == EngineRole.Voice).Why, StringComparison.Ordinal);
        room.Time.Advance(EngineHealth.Rest);
        Assert.Equal("fine", room.Catalog.First(EngineRole.Voice)!.Name);
    }

    [Fact]
    public async Task Choice_OutlivesARestart_AndABrokenFileFallsBackOnTheConfiguration()
    {
        using var folder = new TestFolder();
        var configured = new Dictionary<string, string?> { ["Engines:Voice"] = "fine" };
        await using (var room = new EngineRoom(folder, configured, _plain, _fine))
        {
            Assert.Equal("fine", room.Settings[EngineRole.Voice]);
            room.Settings.Choose(EngineRole.Voice, "plain");
        }
        await using (var again = new EngineRoom(folder, configured, _plain, _fine))
        {
            Assert.Equal("plain", again.Settings[EngineRole.Voice]);
        }
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "engines.json"), "{ half");
        await using var broken = new EngineRoom(folder, configured, _plain, _fine);
        Assert.Equal("fine", broken.Settings[EngineRole.Voice]);
    }

    [Fact]
    public async Task Configuration_ThatNamesNoEngine_StopsTheStart_WithTheCure()
    {
        await using var room = new EngineRoom(null, new Dictionary<string, string?> { ["Engines:Voice"] = "opera" }, _plain, _fine);

        var refusal = Assert.Throws<InvalidOperationException>(room.Catalog.CheckConfiguration);
        Assert.Contains("Use auto, none or one of: fine, plain.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_LetsCallsKeepTheirEngine_AndUnloadsItAfterTheLast()
    {
        var unloaded = new List<string>();
        var fine = new ScriptedEngine<ISpeechSynthesizer>(EngineRole.Voice, "fine", 50, () => new CountedVoice(() => unloaded.Add("fine")));
        await using var room = new EngineRoom(_plain, fine);
        var one = room.Pool.Rent(fine);
        var other = room.Pool.Rent(fine);
        Assert.Equal(1, fine.Made);

        room.Settings.Choose(EngineRole.Voice, "plain");
        await room.Pool.TidyAsync();
        await one.DisposeAsync();
        await one.DisposeAsync();
        Assert.Empty(unloaded);
        await other.DisposeAsync();

        Assert.Equal(["fine"], unloaded);
        Assert.Empty(room.Pool.LoadedOf(EngineRole.Voice));
    }

    [Fact]
    public async Task FirstChoice_StaysLoaded_WhenNobodyUsesIt()
    {
        await using var room = new EngineRoom(_fine);
        await (room.Pool.Rent(_fine)).DisposeAsync();
        await (room.Pool.Rent(_fine)).DisposeAsync();

        Assert.Equal(1, _fine.Made);
    }
}
