using System.Diagnostics;

namespace RealtimeTraining.TestKit;

/// <summary>
/// A PostgreSQL of this test run's own, reached over a socket in a temporary folder: no port, no password, nothing of
/// the machine's own server touched. Its shell waits on our end of a pipe, so it stops and cleans up however the run ends.
/// </summary>
public sealed class PostgreSqlCluster
{
    private static readonly Lazy<PostgreSqlCluster> Lazily = new(() => new PostgreSqlCluster());

    private static readonly string? Binaries = FindBinaries();

    private readonly string folder = Directory.CreateTempSubdirectory("training-pg-").FullName;
    private int databases;

    // Held for as long as the run lasts: its standard input keeps the cluster alive.
    private readonly Process shell;

    private PostgreSqlCluster()
    {
        if (WhyNot is { } reason)
        {
            throw new InvalidOperationException(reason);
        }
        const string script = """
            set -e
            "$1/initdb" -D "$2/data" -U training -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$2/log" 2>&1
            "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c synchronous_commit=off \
              -c full_page_writes=off -c max_connections=200 >>"$2/log" 2>&1 &
            server=$!
            for i in $(seq 300); do
              "$1/pg_isready" -q -h "$2" -U training && break
              kill -0 $server
              sleep 0.1
            done
            echo ready
            set +e
            read -r line
            kill -INT $server
            wait $server
            rm -rf "$2"/* "$2"/.s*
            """;
        // PostgreSQL refuses to run as root; Debian's package brings a user for it.
        string[] asPostgres = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        if (!OperatingSystem.IsWindows())
        {
            // Its own user must be able to write there.
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
        string[] command = [.. asPostgres, "/bin/sh", "-c", script, "sh", Binaries!, folder];
        shell = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        })!;
        if (shell.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException("PostgreSQL did not start: " + File.ReadAllText(Path.Combine(folder, "log")));
        }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    public static PostgreSqlCluster Shared => Lazily.Value;

    /// <summary>Why there can be none here; null: there can.</summary>
    public static string? WhyNot => Binaries is null ? "PostgreSQL is not installed: apt-get install postgresql" : null;

    /// <returns>The connection string of a database that is made when it is first migrated.</returns>
    public string NewDatabase() =>
        $"Host={folder};Username=training;Database=test{Interlocked.Increment(ref databases)};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    private void Stop()
    {
        shell.StandardInput.Close();
        if (shell.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? FindBinaries()
    {
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Path.GetFileName).Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }
}
