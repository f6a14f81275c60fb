using System.Diagnostics;
using Npgsql;

namespace Meent.Testing.Engines;

/// <summary>
/// A PostgreSQL server of this test process alone, on a Unix socket in its own temporary folder: no port, no password, nothing left behind,
/// also when the tests are killed.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Ontbreekt = "Geen PostgreSQL: installeer postgresql (apt-get install postgresql).";

    /// <summary>
    /// The server lives as long as the standard input of this script: that ends with the test process, however it ends.
    /// A server that was killed starts again when its last backend has gone, so starting is tried more than once.
    /// </summary>
    private const string Script = """
        set -e
        map=$(mktemp -d /tmp/meent-pg-XXXXXX)
        trap 'rm -rf "$map"' EXIT
        programmas=$1
        shift
        "$programmas/initdb" -D "$map/data" -U meent --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
        begin() {
            "$programmas/postgres" -D "$map/data" -k "$map" -c listen_addresses= -c max_connections=300 -c log_min_messages=fatal -c jit=off "$@" </dev/null >&2 &
        }
        begin "$@"
        echo "$map"
        while read -r opdracht; do
            case "$opdracht" in
                dood) kill -KILL $! && wait $! || true ;;
                begin) kill -0 $! 2>/dev/null || begin "$@" ;;
            esac
            echo "$opdracht"
        done
        kill -INT $! && wait $! || true
        """;

    private static readonly Lazy<string?> Programmas = new(ZoekProgrammas);
    private static readonly Lazy<Task<PostgresServer>> EneServer = new(() => Start());

    /// <summary>Without fsync a killed server still loses nothing (the system keeps what was written); only a machine that falls over does.</summary>
    private static readonly string[] VoorTests = ["fsync=off", "shared_buffers=64MB"];

    private readonly Process _proces;
    private readonly string _map;
    private int _databases;

    private PostgresServer(Process proces, string map) => (_proces, _map) = (proces, map);

    public static bool IsGeinstalleerd => Programmas.Value is not null;

    /// <summary>The one server of this test process, started at the first call.</summary>
    public static Task<PostgresServer> Gedeeld => EneServer.Value;

    /// <summary>Starts a server for a test that stops or kills it, others use <see cref="Gedeeld"/>; or one with settings of its own.</summary>
    /// <param name="instellingen">Such as <c>shared_buffers=1GB</c>; none for those of tests.</param>
    public static async Task<PostgresServer> Start(params string[] instellingen)
    {
        var programmas = Programmas.Value ?? throw new InvalidOperationException(Ontbreekt);

        // PostgreSQL refuses to run as root.
        string[] script = ["sh", "-c", Script, "sh", programmas, .. (instellingen.Length > 0 ? instellingen : VoorTests).SelectMany(i => new[] { "-c", i })];
        var opdracht = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. script] : script;
        var proces = Process.Start(new ProcessStartInfo(opdracht[0], opdracht[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        var map = await proces.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PostgreSQL startte niet; zie de standaardfout.");
        var server = new PostgresServer(proces, map);
        await server.Gereed();
        return server;
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> NieuweDatabase()
    {
        var naam = NieuweNaam();
        await using var verbinding = new NpgsqlConnection(Verbinding("postgres"));
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand($"CREATE DATABASE {naam}", verbinding);
        await opdracht.ExecuteNonQueryAsync();
        return Verbinding(naam);
    }

    /// <summary>A name that no test has used; nothing is made.</summary>
    public string NieuweNaam() => $"test_{Interlocked.Increment(ref _databases)}";

    /// <summary>Connection string of a database of this server.</summary>
    public string Verbinding(string database) => $"Host={_map};Username=meent;Database={database}";

    /// <summary>As <c>kill -9</c> of the server: its connections break, and nothing is written any more.</summary>
    public Task Dood() => Opdracht("dood");

    /// <summary>Starts it again after <see cref="Dood"/>, and waits until it has recovered.</summary>
    public Task Herstart() => Gereed(herstart: true);

    public async ValueTask DisposeAsync()
    {
        _proces.StandardInput.Close();
        await _proces.WaitForExitAsync();
        _proces.Dispose();
    }

    private async Task Opdracht(string opdracht)
    {
        await _proces.StandardInput.WriteLineAsync(opdracht);
        Assert.Equal(opdracht, await _proces.StandardOutput.ReadLineAsync());
    }

    private async Task Gereed(bool herstart = false)
    {
        for (var einde = Environment.TickCount64 + 60_000; ; await Task.Delay(50))
        {
            if (herstart) await Opdracht("begin");
            try
            {
                await using var verbinding = new NpgsqlConnection(Verbinding("postgres") + ";Pooling=false");
                await verbinding.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!_proces.HasExited && Environment.TickCount64 < einde)
            {
                // Still starting.
            }
        }
    }

    private static string? ZoekProgrammas()
    {
        const string debian = "/usr/lib/postgresql";
        var opPath = Path.GetDirectoryName(Omgeving.Programma("initdb"));
        return opPath ?? (Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(m => int.TryParse(Path.GetFileName(m), out var versie) ? versie : 0)
                .Select(m => Path.Combine(m, "bin")).FirstOrDefault(m => File.Exists(Path.Combine(m, "initdb")))
            : null);
    }
}
