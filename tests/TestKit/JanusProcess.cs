using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RealtimeTraining.TestKit;

/// <summary>A real Janus gateway on loopback, in a process of its own, which a test can stop, go on with and kill.</summary>
public sealed class JanusProcess : IAsyncDisposable
{
    public const string Secret = "tests-only-0123456789";
    private readonly TestFolder _folder;
    private readonly Process _process;

    private JanusProcess(TestFolder folder, Process process, int port) => (_folder, _process, Port) = (folder, process, port);

    /// <summary>Why it cannot run here; null when it can.</summary>
    public static string? WhyNot => Needs.Tool("janus") is null ? null : "Janus is not installed (Debian: apt-get install janus).";

    public int Port { get; }

    public string Address => $"ws://127.0.0.1:{Port}";

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>For a server that is to use it.</summary>
    public Dictionary<string, string?> Settings => new() { ["Engines:WebRtc"] = "janus", ["Media:Janus:Address"] = Address, ["Media:Janus:Secret"] = Secret };

    /// <param name="port">Of one that was killed, to take its place; 0: any.</param>
    /// <param name="media">The address that browsers reach; null: the machine's first.</param>
    public static async Task<JanusProcess> StartAsync(int port = 0, string? media = null)
    {
        var folder = new TestFolder();
        var chosen = port == 0 ? FreePort() : port;
        var udp = 30_000 + Environment.ProcessId * 7 % 100 * 200 + chosen % 2 * 100;
        var start = new ProcessStartInfo(Checkout.Path("server", "Media", "Janus", "start-janus.sh"), [Path.Combine(folder.Path, "janus")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JANUS_SECRET"] = Secret;
        start.Environment["JANUS_PORT"] = chosen.ToString();
        start.Environment["JANUS_MEDIA_PORTS"] = $"{udp}-{udp + 49}";
        start.Environment["JANUS_RTP_PORTS"] = $"{udp + 50}-{udp + 99}";
        if (media is not null)
        {
            start.Environment["JANUS_MEDIA"] = media;
        }
        var process = Process.Start(start)!;
        var output = new System.Text.StringBuilder();
        void Read(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
        process.OutputDataReceived += (_, data) => Read(data.Data);
        process.ErrorDataReceived += (_, data) => Read(data.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var janus = new JanusProcess(folder, process, chosen);
        var began = TimeProvider.System.GetTimestamp();
        while (!await janus.ListensAsync())
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(30))
            {
                await janus.DisposeAsync();
                lock (output)
                {
                    throw new InvalidOperationException($"Janus did not start:\n{output}");
                }
            }
        }
        return janus;
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    /// <summary>It stands still, as behind a network that was cut: nothing comes from it and nobody is told.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public ValueTask DisposeAsync()
    {
        Kill();
        _process.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString()]);
        kill.WaitForExit();
    }

    private async Task<bool> ListensAsync()
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
