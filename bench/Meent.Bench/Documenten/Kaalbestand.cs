namespace Meent.Bench.Documenten;

/// <summary>The bare endpoint for documents: the bytes to a file and the disk, and back; no database, rules or hash.</summary>
internal static class Kaalbestand
{
    public static async Task Serveer(string map, string poort)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{poort}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        await using var app = builder.Build();
        var bestanden = Directory.CreateDirectory(Path.Combine(map, "kaal")).FullName;
        app.MapGet("/live", () => "live");
        app.MapPost("/", (RequestDelegate)(async http =>
        {
            var naam = Guid.CreateVersion7().ToString("N");
            await using (var bestand = new FileStream(Path.Combine(bestanden, naam), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                await http.Request.Body.CopyToAsync(bestand, 1 << 17);
                bestand.Flush(flushToDisk: true);
            }

            await http.Response.WriteAsync(naam);
        }));
        app.MapGet("/{naam}", (RequestDelegate)(http => http.Response.SendFileAsync(Path.Combine(bestanden, (string)http.Request.RouteValues["naam"]!))));
        await app.RunAsync();
    }

    public static async Task<string> Stuur(HttpClient http, long omvang)
    {
        using var stroom = new Toevalsstroom(omvang);
        using var inhoud = new StreamContent(stroom, 1 << 16);
        using var antwoord = await http.PostAsync(new Uri("/", UriKind.Relative), inhoud);
        return await antwoord.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
