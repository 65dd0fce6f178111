using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Server.Tests.Feedback;

/// <summary>What the product reads utterances with.</summary>
internal static class ProductAnalysis
{
    public static IUtteranceAnalysis Shared { get; } = new TrainedUtteranceAnalysis(LanguageModels.Shared);
}
