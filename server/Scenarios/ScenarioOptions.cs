using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Scenarios;

/// <summary>Section "Scenarios" of the configuration.</summary>
public sealed class ScenarioOptions
{
    public const string Section = "Scenarios";

    /// <summary>A folder with an organisation's own scenario files, beside those that come with the product. One with the same id replaces the product's.</summary>
    public string? Folder { get; set; }

    /// <summary>How often, at most, the folders are looked at for changed files. 0-3600, default 2.</summary>
    [Range(0, 3600)]
    public int LookEverySeconds { get; set; } = 2;
}
