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

    private readonly string folder;

    // Held for as long as the run lasts: its standard input keeps the cluster alive.
    private readonly Process shell;

    private int databases;

    private PostgreSqlCluster()
    {
        if (WhyNot is { } reason)
        {
            throw new InvalidOperationException(reason);
        }
        const string script = """
            folder=$(mktemp -d /tmp/training-pg-XXXXXX) && cd "$folder" && echo "$folder" || exit 1
            if "$1/initdb" -D data -U training -A trust -E UTF8 --locale=C.UTF-8 --no-sync >log 2>&1; then
              "$1/postgres" -D data -k "$folder" -c listen_addresses= -c fsync=off -c synchronous_commit=off \
                -c full_page_writes=off -c max_connections=200 >>log 2>&1 &
              server=$!
              for i in $(seq 300); do
                "$1/pg_isready" -q -h "$folder" -U training && echo ready && break
                kill -0 $server 2>/dev/null || break
                sleep 0.1
              done
            fi
            tail -n 20 log
            exec >/dev/null
            read -r line
            kill -QUIT $server
            wait $server
            rm -rf "$folder"
            """;
        // PostgreSQL refuses to run as root; Debian's package brings a user for it.
        string[] asPostgres = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = [.. asPostgres, "/bin/sh", "-c", script, "sh", Binaries!];
        shell = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        folder = shell.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PostgreSQL could not be given a folder in /tmp.");
        if (shell.StandardOutput.ReadLine() is var answer && answer != "ready")
        {
            var log = answer + "\n" + shell.StandardOutput.ReadToEnd();
            shell.StandardInput.Close();
            throw new InvalidOperationException("PostgreSQL did not start: " + log);
        }
    }

    public static PostgreSqlCluster Shared => Lazily.Value;

    /// <summary>Why there can be none here; null: there can.</summary>
    public static string? WhyNot => Binaries is null ? "PostgreSQL is not installed: apt-get install postgresql" : null;

    /// <returns>The connection string of a database that is made when it is first migrated.</returns>
    public string NewDatabase() =>
        $"Host={folder};Username=training;Database=test{Interlocked.Increment(ref databases)};Maximum Pool Size=20;Timeout=60;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    private static string? FindBinaries()
    {
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Path.GetFileName).Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }
}
