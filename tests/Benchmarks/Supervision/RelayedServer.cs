using System.Diagnostics;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>A server under load in a process of its own; it ends when its standard input does.</summary>
public sealed class RelayedServer : IAsyncDisposable
{
    private const string Ready = "server at ";
    private readonly Process _process;
    private readonly Task _logging;

    private RelayedServer(Process process, Uri address) =>
        // What it logs on is read, so that it never waits for a reader.
        (_process, Address, _logging) = (process, address, process.StandardOutput.BaseStream.CopyToAsync(Stream.Null));

    public Uri Address { get; }

    public double ResidentMib
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="arguments">The program and what it is given; it writes "server at ADDRESS" when it is ready.</param>
    public static async Task<RelayedServer> StartAsync(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(arguments[0], arguments[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                return new RelayedServer(process, new Uri(line[Ready.Length..]));
            }
            lines.Add(line);
        }
        throw new InvalidOperationException($"{string.Join(' ', arguments)} did not start:\n{string.Join('\n', lines)}");
    }

    public static void SayReady(Uri address) => Console.Out.WriteLine(Ready + address);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _logging;
        _process.Dispose();
    }
}
