using System.Text.Json;

namespace Meent.Bench.Zaken;

/// <summary>
/// The bare endpoint: the same bytes and rows, from and into a copy of the same database, with prepared statements, and nothing else: no token,
/// authorisation, rules, counts or log. What it reaches is what the machine can; Meent is measured against it.
/// </summary>
internal static class Kaal
{
    public static async Task Serveer(string database, string poort, bool postgres)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{poort}");
        await using var app = builder.Build();
        await using Kaalopslag opslag = postgres ? await KaalPostgres.Open(database) : new KaalSqlite(database);
        app.MapGet("/live", () => "live");
        app.MapGet("/zaken/{id:guid}", (RequestDelegate)(async http => await Antwoord(http, 200, await opslag.Een(Guid.Parse((string)http.Request.RouteValues["id"]!)))));
        app.MapGet("/zaken", (RequestDelegate)(async http => await Antwoord(http, 200, await opslag.Lijst())));
        app.MapPost("/zaken", (RequestDelegate)(async http =>
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body);
            await Antwoord(http, json.RootElement.TryGetProperty("zaaktype", out _) ? 201 : 400, await opslag.Voeg());
        }));
        await app.RunAsync();
    }

    private static Task Antwoord(HttpContext http, int status, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, 0, body.Length);
    }
}

/// <summary>What the bare endpoint does with its database.</summary>
internal abstract class Kaalopslag : IAsyncDisposable
{
    protected const string SqlEen = "SELECT body FROM zaakgericht_zaken WHERE id = $1";
    protected const string SqlLijst = "SELECT body FROM zaakgericht_zaken ORDER BY id LIMIT 100";

    /// <summary>What Meent writes for a zaak: the row, its audit trail and its event.</summary>
    protected static readonly string[] Tabellen = ["zaakgericht_zaken", "zaakgericht_audittrail", "outbox_gebeurtenissen"];

    private long _nummer;

    public abstract Task<byte[]> Een(Guid id);

    public abstract Task<byte[]> Lijst();

    /// <summary>Writes the rows of a zaak, durable when it returns.</summary>
    /// <returns>The body.</returns>
    public abstract Task<byte[]> Voeg();

    public abstract ValueTask DisposeAsync();

    protected static string Invoegen(string tabel, IReadOnlyList<string> kolommen) =>
        $"INSERT INTO {tabel} ({string.Join(", ", kolommen)}) VALUES ({string.Join(", ", kolommen.Select((_, i) => $"${i + 1}"))})";

    /// <summary>The rows of an existing zaak with what has to be its own: ids, number, and the object that the index is on.</summary>
    protected object?[] Nieuw(Guid zaak, IReadOnlyList<string> kolommen, object?[] voorbeeld, Func<Guid, object> alsId)
    {
        var rij = (object?[])voorbeeld.Clone();
        for (var i = 0; i < rij.Length; i++)
        {
            rij[i] = kolommen[i] switch
            {
                "id" or "resource_id" => alsId(zaak),
                "identificatie" => $"KAAL-{Interlocked.Increment(ref _nummer):D10}",
                "hoofdobject" or "resource_url" => $"\u0001/zaken/api/v1/zaken/{zaak:D}",
                "doorgegeven" => null,
                _ => rij[i],
            };
        }

        return rij;
    }
}
