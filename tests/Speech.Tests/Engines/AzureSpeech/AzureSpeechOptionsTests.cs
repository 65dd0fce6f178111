using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using RealtimeTraining.Speech.Engines.AzureSpeech;

namespace RealtimeTraining.Speech.Tests.Engines.AzureSpeech;

public sealed class AzureSpeechOptionsTests
{
    [Theory]
    [InlineData(null, "westeurope", "Engines:AzureSpeech:Key")]
    [InlineData(" ", "westeurope", "Engines:AzureSpeech:Key")]
    [InlineData("secret", null, "Engines:AzureSpeech:Region")]
    public void NotConfigured_NamesTheSetting(string? key, string? region, string setting)
    {
        var probe = AzureSpeechProbe.Look(new AzureSpeechOptions { Key = key, Region = region }, "What patients say");
        Assert.False(probe.Available);
        Assert.Contains(setting, probe.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Configured_SaysWhereSpeechGoes_WithoutTheKey()
    {
        var probe = AzureSpeechProbe.Look(new AzureSpeechOptions { Key = "secret", Region = "westeurope" }, "What patients say");
        Assert.True(probe.Available);
        Assert.Contains("westeurope. What patients say", probe.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", probe.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Key", "secret with spaces")]
    [InlineData("Region", "secret.example.com/")]
    [InlineData("Locale", "english")]
    [InlineData("Female", "\"><secret")]
    [InlineData("Voices:slt:Id", "\"><secret")]
    [InlineData("Styles:angry:Degree", "9")]
    public void WrongSetting_IsNamed_ButNotShown(string name, string value)
    {
        var options = Bind((name, value));
        var wrong = new List<ValidationResult>();
        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true));
        Assert.Contains(wrong[0].MemberNames, member => member == name.Split(':')[0]);
        Assert.DoesNotContain("secret", wrong[0].ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Styles_CanBeChangedOneByOne()
    {
        var options = Bind(("Styles:Angry:Name", "shouting"), ("Styles:calm:Name", "chat"));
        Assert.Equal(("shouting", "chat", "hopeful"), (options.Styles["angry"].Name, options.Styles["calm"].Name, options.Styles["relieved"].Name));
    }

    private static AzureSpeechOptions Bind(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build().Get<AzureSpeechOptions>()!;
}
