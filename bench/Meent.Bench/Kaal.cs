using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Meent.Bench;

/// <summary>
/// The bare endpoint: the same bytes from the same database with prepared statements, and nothing else: no token, no authorisation, no log. What it
/// reaches is what the machine can; Meent is measured against it.
/// </summary>
internal static class Kaal
{
    public static async Task Serveer(IReadOnlyDictionary<string, string> opties)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{opties["poort"]}");
        await using var app = builder.Build();
        var lezers = new ConcurrentBag<Lezer>(Enumerable.Range(0, 4).Select(_ => new Lezer(opties["bestand"])));
        using var vrij = new SemaphoreSlim(4);
        app.MapGet("/zaken/{id:guid}", (RequestDelegate)(http => Antwoord(http, lezers, vrij, l => l.Een(Guid.Parse((string)http.Request.RouteValues["id"]!)))));
        app.MapGet("/zaken", (RequestDelegate)(http => Antwoord(http, lezers, vrij, l => l.Lijst())));
        await app.RunAsync();
    }

    private static async Task Antwoord(HttpContext http, ConcurrentBag<Lezer> lezers, SemaphoreSlim vrij, Func<Lezer, byte[]> lees)
    {
        await vrij.WaitAsync();
        lezers.TryTake(out var lezer);
        byte[] body;
        try
        {
            body = lees(lezer!);
        }
        finally
        {
            lezers.Add(lezer!);
            vrij.Release();
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private sealed class Lezer
    {
        private readonly SqliteCommand _een;
        private readonly SqliteCommand _lijst;

        public Lezer(string bestand)
        {
            var verbinding = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={bestand};Pooling=False"));
            verbinding.Open();
            using var pragma = verbinding.CreateCommand();
            pragma.CommandText = "PRAGMA query_only=ON; PRAGMA mmap_size=268435456";
            pragma.ExecuteNonQuery();
            _een = verbinding.CreateCommand();
            _een.CommandText = "SELECT body FROM zaakgericht_zaken WHERE id = $id";
            _een.Parameters.Add(new SqliteParameter { ParameterName = "$id" });
            _lijst = verbinding.CreateCommand();
            _lijst.CommandText = "SELECT body FROM zaakgericht_zaken ORDER BY id LIMIT 100";
        }

        public byte[] Een(Guid id)
        {
            _een.Parameters[0].Value = id.ToByteArray(bigEndian: true);
            using var rij = _een.ExecuteReader();
            return rij.Read() ? rij.GetFieldValue<byte[]>(0) : [];
        }

        public byte[] Lijst()
        {
            using var rij = _lijst.ExecuteReader();
            using var blad = new MemoryStream(200_000);
            while (rij.Read()) blad.Write(rij.GetFieldValue<byte[]>(0));
            return blad.ToArray();
        }
    }
}
