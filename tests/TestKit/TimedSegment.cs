using System.Text.Json;
using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.TestKit;

/// <summary>One thing that was said in a consultation of PriMock57, by its time stamps.</summary>
public sealed record TimedSegment(bool Doctor, int StartMs, int EndMs, string Text)
{
    /// <summary>Where the consultations lie, when the shared data is there.</summary>
    public static string Folder => Path.Combine(Checkout.Data, "text", "primock57");

    public bool MmHm { get; } = Backchannels.Is(RealtimeTraining.Models.Language.SpokenLine.Of(Text));

    /// <summary>A whole consultation, without what takes no time.</summary>
    public static IReadOnlyList<TimedSegment> Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. json.RootElement.EnumerateArray().Select(said => new TimedSegment(
            said.GetProperty("who").GetString() == "doctor", Ms(said.GetProperty("start")), Ms(said.GetProperty("end")),
            Regex.Replace(said.GetProperty("text").GetString()!, "<[^>]*>", ""))).Where(said => said.EndMs > said.StartMs)];

        static int Ms(JsonElement seconds) => (int)Math.Round(seconds.GetDouble() * 1000);
    }
}
