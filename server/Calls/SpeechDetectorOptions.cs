using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Calls;

/// <summary>Configuration section <c>Speech:Detector</c>, beside the options of the detector that listens to loudness.</summary>
public sealed class SpeechDetectorOptions
{
    public const string Section = "Speech:Detector";
    public const string Best = "best", Trained = "trained", Loudness = "energy";

    /// <summary>
    /// Which detector hears the trainee: "trained" is the network that comes with the product, "energy" listens to loudness over noise,
    /// and another name is one that is installed ("silero"). "best", the default, takes an installed one, else the trained one.
    /// </summary>
    [Required, StringLength(40)]
    public string Kind { get; set; } = Best;
}
