using RealtimeTraining.Benchmarks;
using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Benchmarks.Detection;
using RealtimeTraining.Benchmarks.Engines;
using RealtimeTraining.Benchmarks.Fairness;
using RealtimeTraining.Benchmarks.Feedback;
using RealtimeTraining.Benchmarks.Listening;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Benchmarks.Reviews;
using RealtimeTraining.Benchmarks.Supervision;
using RealtimeTraining.Benchmarks.Transport;
using RealtimeTraining.Benchmarks.Turns;

IReadOnlyList<IBench> benches =
[
    new CallBench(), new EnginesBench(), new FairnessBench(), new FeedbackBench(), new ListeningBench(), new ReviewBench(), new SpeechBench(), new SupervisionBench(),
    new TransportBench(), new TurnsBench(),
];

if (args is [OneEngine.Word, var role, var engine, var extent])
{
    return await OneEngine.MeasureAsync(role, engine, quick: extent == "--quick", CancellationToken.None);
}
if (args is [PathServer.Word, var path, var address, var folder])
{
    return await PathServer.RunAsync(path, address, folder);
}
if (args is [OwnServer.Word])
{
    return await OwnServer.RunAsync();
}
if (BenchArguments.Parse(args, benches) is not { } arguments)
{
    return 2;
}
if (arguments.Bench.WhyNot is { } missing)
{
    Console.Error.WriteLine($"{arguments.Bench.Name} cannot be measured here: {missing}");
    return 1;
}
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The server and the browser are children of this process: let it end them itself.
    pressed.Cancel = true;
    stopping.Cancel();
};
try
{
    var report = await arguments.Bench.RunAsync(arguments.Quick, Console.Error.WriteLine, stopping.Token);
    Console.Out.WriteLine(arguments.Json ? report.ToJson() : ReportTable.Of(report));
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped; nothing was reported.");
    return 130;
}
catch (Exception failure) when (failure is not OutOfMemoryException)
{
    // Caught, so that the server and the browser have been ended on the way here.
    Console.Error.WriteLine($"{arguments.Bench.Name} failed: {failure}");
    return 1;
}
