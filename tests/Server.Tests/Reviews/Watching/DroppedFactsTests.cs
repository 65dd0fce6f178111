using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class DroppedFactsTests
{
    [Theory]
    [InlineData("2026-11-20", null, null, "2026-11-20T00:00:00")]
    [InlineData("2026-11-20_1015", null, null, "2026-11-20T10:15:00")]
    [InlineData("2026-11-20_1015_Maya+Lindqvist", "Maya Lindqvist", null, "2026-11-20T10:15:00")]
    [InlineData("2026-11-20_1015_maya@riverside.example_Front+desk", "maya@riverside.example", "Front desk", "2026-11-20T10:15:00")]
    [InlineData("2026-13-40_1015", null, null, null)]
    [InlineData("call from monday", null, null, null)]
    [InlineData("2026-11-20_1015_a_b_c", null, null, null)]
    public void Name_SaysWhatItSays(string name, string? staff, string? queue, string? at)
    {
        var facts = DroppedFacts.Named(name, TimeZoneInfo.Utc);

        Assert.Equal((staff, queue, at), (facts.Staff, facts.Queue, facts.TakenAt?.ToString("s")));
    }

    [Fact]
    public void File_IsSettled_WhenNothingChangedForAsLongAsWasSaid()
    {
        using var folder = new TestFolder();
        var time = new ManualTimeProvider();
        var settled = new SettledFiles(time);
        var (path, after) = (Path.Combine(folder.Path, "call.wav"), TimeSpan.FromSeconds(10));
        File.WriteAllText(path, "a");

        Assert.False(IsSettled());
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(IsSettled());
        File.AppendAllText(path, "b");
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(IsSettled());
        time.Advance(TimeSpan.FromSeconds(5));
        File.WriteAllText(path + ".json", "{}");
        Assert.False(IsSettled());
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(IsSettled());

        bool IsSettled() => settled.IsSettled(new FileInfo(path), new FileInfo(path + ".json"), after);
    }
}
