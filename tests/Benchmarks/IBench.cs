using RealtimeTraining.Benchmarks.Results;

namespace RealtimeTraining.Benchmarks;

/// <summary>Something that can be measured by name.</summary>
public interface IBench
{
    string Name { get; }

    /// <summary>What the machine lacks, and the cure; null when it can run.</summary>
    string? WhyNot { get; }

    /// <summary>Options with a value that this bench alone takes, and what to do with the value.</summary>
    IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>();

    /// <param name="quick">A small part of it, to see that it works.</param>
    /// <param name="tell">Progress, for people.</param>
    Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken);
}
