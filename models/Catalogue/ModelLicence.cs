namespace RealtimeTraining.Models.Catalogue;

/// <summary>What a model may be used for.</summary>
/// <param name="Name">As people know it: "MIT", "Apache-2.0".</param>
/// <param name="Url">Where its text stands.</param>
/// <param name="Note">What a person has to know before taking the model. Never null where <paramref name="MustAccept"/> is set.</param>
/// <param name="MustAccept">Nothing is fetched or copied in before a person has agreed to the note.</param>
public sealed record ModelLicence(string Name, Uri Url, string? Note = null, bool MustAccept = false);
