using System.Text.Json;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class RoleFinderTests(ITestOutputHelper output)
{
    private static readonly RoleFinder Roles = new(new TrainedUtteranceAnalysis(LanguageModels.Shared));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void WhoGreetsAndAsksWhoIsCalling_IsStaff_WhoeverSpeaksFirst(int staff)
    {
        (int, string)[] call =
        [
            (1 - staff, "hello"), (staff, "thank you for calling riverside how can i help you"), (1 - staff, "i am so worried about my bill"),
            (staff, "may i have your full name"), (1 - staff, "my name is dana fowler"),
        ];

        Assert.Equal(staff, Roles.StaffOf(call));
    }

    [Fact]
    public void OfTwoWhoTalkAlike_WhoAnsweredIsStaff() => Assert.Equal(1, Roles.StaffOf([(1, "yes"), (0, "yes")]));

    [Fact]
    public void Nobody_IsNoMistake() => Assert.Equal(0, Roles.StaffOf([]));

    /// <summary>Consultations of a doctor and a patient, whom nothing was fitted to.</summary>
    [DataFact("text/primock57")]
    public void Doctors_AreFoundInConsultations()
    {
        var files = Directory.GetFiles(Path.Combine(Checkout.Data, "text", "primock57"), "*.json").Order(StringComparer.Ordinal).ToList();
        var right = files.Count(file =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return Roles.StaffOf([.. json.RootElement.EnumerateArray().Select(line => (line.GetProperty("who").GetString() == "doctor" ? 1 : 0, line.GetProperty("text").GetString() ?? ""))]) == 1;
        });

        output.WriteLine($"{right} of {files.Count} right.");
        Assert.True(right >= 0.9 * files.Count, $"{right} of {files.Count}");
    }

    /// <summary>Typed calls to a front desk; a worker plays the agent.</summary>
    [DataFact("text/star-calls.jsonl")]
    public void Agents_AreFoundInCallsToADoctorsOffice()
    {
        var calls = File.ReadLines(Path.Combine(Checkout.Data, "text", "star-calls.jsonl")).Where(line => line.Contains("\"doctor", StringComparison.Ordinal)).Where((_, i) => i % 8 == 0).ToList();
        var right = calls.Count(call =>
        {
            using var json = JsonDocument.Parse(call);
            return Roles.StaffOf([.. json.RootElement.GetProperty("turns").EnumerateArray()
                .Where(turn => turn.GetProperty("who").GetString() is "caller" or "agent" && turn.GetProperty("text").GetString() is not null)
                .Select(turn => (turn.GetProperty("who").GetString() == "agent" ? 1 : 0, turn.GetProperty("text").GetString()!))]) == 1;
        });

        output.WriteLine($"{right} of {calls.Count} right.");
        Assert.True(right >= 0.85 * calls.Count, $"{right} of {calls.Count}");
    }
}
