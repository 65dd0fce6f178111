using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Models.Tests.Language.Reading;

/// <summary>Runs where the build has the model; skips, saying so, where it was left out.</summary>
public sealed class WeightsTheoryAttribute : TheoryAttribute
{
    public WeightsTheoryAttribute(string model) => Skip = LanguageModels.Shared.Headers.Any(header => header.Name == model)
        ? null : $"The build leaves out {model}, as no licence is stated for what it was trained on.";
}
