using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Turns;

public sealed class TurnPolicyOptions
{
    public const string Model = "model";
    public const string Fixed = "fixed";

    /// <summary>How the end of a turn is found: "model" waits by the words (<see cref="TurnEndOptions"/>), "fixed" equally long each time (<see cref="FixedDelayOptions"/>). Default "model".</summary>
    [AllowedValues(Model, Fixed)]
    public string Policy { get; set; } = Model;
}
