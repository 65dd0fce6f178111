using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Runs ffprobe and ffmpeg on files that nobody has vouched for: each in a process of its own, with the lowest urgency,
/// one thread, a limit on time, memory and open files, no right to write any file, and no protocol but this machine's
/// files. What it has to say goes through pipes. Singleton.
/// </summary>
public sealed class MediaTool(IOptions<ReviewOptions> options, TimeProvider time)
{
    // Debian's util-linux and coreutils; where they are missing, the limits that need them are.
    private const string Prlimit = "/usr/bin/prlimit";
    private const string Nice = "/usr/bin/nice";
    private const long MaxMemoryBytes = 2L << 30;
    private const int MaxErrorChars = 4_000;

    /// <summary>What may be read, as ffmpeg names its demuxers. No playlists: those name further files.</summary>
    private const string Formats = "wav,w64,mp3,mov,mp4,m4a,3gp,3g2,mj2,ogg,flac,matroska,webm,aac,aiff";

    /// <summary>The options that come before the file, for both tools.</summary>
    public static IReadOnlyList<string> Input(string path) =>
        ["-v", "error", "-protocol_whitelist", "file", "-format_whitelist", Formats, "-i", "file:" + path];

    public Task ProbeAsync(IReadOnlyList<string> arguments, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken) =>
        RunAsync(options.Value.Ffprobe, arguments, TimeSpan.FromSeconds(options.Value.ProbeSeconds), read, cancellationToken);

    /// <param name="lengthMs">Of the recording, as it states it.</param>
    public Task DecodeAsync(IReadOnlyList<string> arguments, int lengthMs, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken) =>
        RunAsync(options.Value.Ffmpeg, arguments, TimeSpan.FromSeconds(options.Value.DecodeSeconds + lengthMs / 20_000), read, cancellationToken);

    /// <exception cref="RecordingException">The tool is missing, took too long, was stopped from outside, or cannot read the file.</exception>
    private async Task RunAsync(string tool, IReadOnlyList<string> arguments, TimeSpan limit, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        using var process = Start(tool, arguments);
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            process.StandardInput.Close();
            var errors = ErrorsAsync(process.StandardError, either.Token);
            await read(process.StandardOutput.BaseStream, either.Token);
            var said = await errors;
            await process.WaitForExitAsync(either.Token);
            Check(tool, process.ExitCode, said);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RecordingException("decoderSlow",
                $"Reading the file took longer than {limit.TotalSeconds:0} seconds and was stopped. Try again when the server has less to do; if it happens again, save the recording anew as WAV.");
        }
        finally
        {
            Kill(process);
        }
    }

    private static void Check(string tool, int exitCode, string said)
    {
        if (exitCode is 0)
        {
            return;
        }
        // 128 and more: ended by a signal. ffmpeg itself gives 255 when it is asked to stop.
        throw exitCode >= 128
            ? new RecordingException("decoderStopped", $"{Path.GetFileName(tool)} was stopped while it read the file. Try again; if it happens again, the server may be short of memory.")
            : new RecordingException("notSound", $"This is not a sound recording that can be read. Use WAV, MP3, M4A, OGG, FLAC or WebM.{Reason(said)}");
    }

    /// <summary>The tool's own last words, without paths of this machine.</summary>
    private static string Reason(string said)
    {
        var last = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        last = last[(last.LastIndexOf(": ", StringComparison.Ordinal) is var colon && colon >= 0 ? colon + 2 : 0)..];
        return last.Length is 0 or > 100 || last.Contains('/', StringComparison.Ordinal) ? "" : $" (ffmpeg says: {last})";
    }

    private static Process Start(string tool, IReadOnlyList<string> arguments)
    {
        var path = Find(tool) ?? throw Missing(tool);
        List<string> command = [path, .. arguments];
        if (File.Exists(Prlimit))
        {
            command = [Prlimit, $"--as={MaxMemoryBytes}", "--fsize=0", "--nofile=64", "--core=0", .. command];
        }
        if (File.Exists(Nice))
        {
            command = [Nice, "-n", "19", .. command];
        }
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // Nothing of the server's settings, which may hold passwords.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start) ?? throw Missing(tool);
        }
        catch (Win32Exception e)
        {
            throw new RecordingException("decoderMissing", $"{tool} cannot be started ({e.Message}). {Cure}", e);
        }
    }

    private const string Cure = "Install it on the server (Debian: apt-get install ffmpeg) and try again.";

    private static RecordingException Missing(string tool) => new("decoderMissing", $"{tool} is not on this server, and without it no recording can be read. {Cure}");

    private static string? Find(string tool) => Path.IsPathRooted(tool)
        ? (File.Exists(tool) ? tool : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    private static async Task<string> ErrorsAsync(StreamReader errors, CancellationToken cancellationToken)
    {
        var said = new StringBuilder();
        var block = new char[1_024];
        while (await errors.ReadAsync(block, cancellationToken) is > 0 and var count)
        {
            // A broken file may complain about every packet; the end says why it was given up.
            said.Append(block, 0, count);
            said.Remove(0, Math.Max(0, said.Length - MaxErrorChars));
        }
        return said.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
