using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RealtimeTraining.TestKit;

/// <summary>The server in a process of its own, as people run it, so that a test can pull the plug on it.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    /// <summary>Processor time used so far by the server.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<ServerProcess> StartAsync(TestStore store, params (string Name, string Value)[] settings)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var dll = Path.Combine(here.Parent!.Parent!.FullName, "Server", here.Name, "RealtimeTraining.Server.dll");
        var start = new ProcessStartInfo("dotnet", [dll, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = store.DataFolder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var all = store.Settings.Where(setting => setting.Value is not null).Select(setting => (setting.Key, setting.Value!)).Concat(settings);
        foreach (var (name, value) in all)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new System.Text.StringBuilder();
        void Read(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
            if (line is not null && ReadyPattern().Match(line) is { Success: true } match)
            {
                ready.TrySetResult(new Uri(match.Groups[1].Value));
            }
        }
        process.OutputDataReceived += (_, data) => Read(data.Data);
        process.ErrorDataReceived += (_, data) => Read(data.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new ServerProcess(process, await ready.Task.WaitAsync(TimeSpan.FromMinutes(2)));
        }
        catch (TimeoutException)
        {
            process.Kill();
            lock (output)
            {
                throw new InvalidOperationException($"The server did not get ready:\n{output}");
            }
        }
    }

    /// <summary>kill -9: nothing is saved, nobody is told.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }
        _process.Dispose();
    }

    [GeneratedRegex(@"ready at (http://\S+)")]
    private static partial Regex ReadyPattern();
}
