namespace RealtimeTraining.Models.Catalogue;

/// <summary>On which machines an entry is the one to recommend for its role.</summary>
/// <param name="Order">Of the entries whose wishes hold, the highest order is recommended.</param>
/// <param name="Cores">It wants at least so many.</param>
/// <param name="SpareMiB">Memory it wants left free beyond its own need.</param>
/// <param name="OrGpu">A graphics card will do instead of cores and spare memory.</param>
public sealed record ModelWish(int Order, int Cores = 1, int SpareMiB = 0, bool OrGpu = false);
