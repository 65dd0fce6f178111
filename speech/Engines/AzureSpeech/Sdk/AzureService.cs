using Microsoft.CognitiveServices.Speech;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>What both roles say to the service, and what its errors mean.</summary>
internal static class AzureService
{
    public static string Display(AzureSpeechOptions options) => $"Azure Speech in {options.Region}";

    public static SpeechConfig Configure(AzureSpeechOptions options)
    {
        var config = SpeechConfig.FromSubscription(options.Key!.Trim(), options.Region);
        config.SpeechRecognitionLanguage = options.Locale;
        config.OutputFormat = OutputFormat.Detailed;
        config.RequestWordLevelTimestamps();
        config.SetSpeechSynthesisOutputFormat(SpeechSynthesisOutputFormat.Raw16Khz16BitMonoPcm);
        return config;
    }

    /// <summary>The service's own text is left out: it may hold what was said.</summary>
    public static RemoteServerException Failure(AzureSpeechOptions options, CancellationErrorCode code)
    {
        var (failure, cure) = code switch
        {
            CancellationErrorCode.AuthenticationFailure or CancellationErrorCode.Forbidden => (RemoteFailure.KeyRefused,
                $"check {AzureSpeechOptions.Section}:Key and {AzureSpeechOptions.Section}:Region."),
            CancellationErrorCode.TooManyRequests => (RemoteFailure.Busy, "the resource allows no more at once."),
            CancellationErrorCode.ServiceUnavailable => (RemoteFailure.Busy, "it is not available now."),
            CancellationErrorCode.ConnectionFailure => (RemoteFailure.Unreachable, "check the network and the proxy."),
            CancellationErrorCode.ServiceTimeout => (RemoteFailure.TimedOut, "it took too long for itself."),
            CancellationErrorCode.BadRequest => (RemoteFailure.RequestRefused,
                $"check {AzureSpeechOptions.Section}:Locale and the voices."),
            _ => (RemoteFailure.ServerError, "it failed."),
        };
        return new RemoteServerException(failure, $"{Display(options)} gave no answer ({code}): {cure}");
    }
}
