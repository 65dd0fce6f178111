namespace RealtimeTraining.Models.Catalogue;

/// <summary>What is advised about one entry on one machine.</summary>
/// <param name="Fits">There is memory for it.</param>
/// <param name="Recommended">The one to take for its role; at most one a role.</param>
/// <param name="Why">A sentence for people.</param>
public sealed record AdvisedModel(ModelEntry Entry, bool Fits, bool Recommended, string Why);
