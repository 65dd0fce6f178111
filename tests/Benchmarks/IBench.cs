using RealtimeTraining.Benchmarks.Results;

namespace RealtimeTraining.Benchmarks;

/// <summary>Something that can be measured by name.</summary>
public interface IBench
{
    string Name { get; }

    /// <summary>What the machine lacks, and the cure; null when it can run.</summary>
    string? WhyNot { get; }

    /// <param name="quick">A small part of it, to see that it works.</param>
    /// <param name="tell">Progress, for people.</param>
    Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken);
}
