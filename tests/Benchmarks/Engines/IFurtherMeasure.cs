using RealtimeTraining.Benchmarks.Results;

namespace RealtimeTraining.Benchmarks.Engines;

/// <summary>Something that one engine has to be measured for and others have not. Found by type, as engines are.</summary>
internal interface IFurtherMeasure
{
    /// <summary>The engine's name.</summary>
    string Engine { get; }

    /// <returns>Empty where what it needs is not there.</returns>
    Task<List<BenchResult>> RunAsync(bool quick, CancellationToken cancellationToken);
}
