using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

/// <summary>The Documenten API behind HTTP, with a published informatieobjecttype.</summary>
internal sealed class Documentnode : IAsyncDisposable
{
    public required Catalogusnode Catalogi { get; init; }

    /// <summary>Of level <c>openbaar</c>.</summary>
    public required string Type { get; init; }

    public Zaaknode Zaken => Catalogi.Zaken;

    /// <summary>Folder in which the node keeps content.</summary>
    public string Inhoudmap => Path.Combine(Zaken.Node.Services.GetRequiredService<OpslagOptions>().Map, "duinwaarde", "inhoud");

    /// <param name="deelomvang">Size of the parts of a large content.</param>
    /// <param name="sleutel">Encrypts content.</param>
    public static async Task<Documentnode> Start(Engine engine, long deelomvang = 10, string? sleutel = null)
    {
        var catalogi = await Catalogusnode.Start(engine, opslag => opslag with { Inhoud = new InhoudOptions { Deelomvang = deelomvang, Sleutel = sleutel } });
        return new Documentnode { Catalogi = catalogi, Type = await catalogi.Publiceer(await catalogi.Informatieobjecttype("Brief")) };
    }

    /// <summary>A document with everything that it must have; <paramref name="anders"/> replaces or adds members.</summary>
    public Dictionary<string, JsonElement> Document(object? anders = null) => Catalogusnode.Met(new
    {
        bronorganisatie = "990000011",
        creatiedatum = "2026-06-01",
        titel = "Brief",
        auteur = "Gemeente",
        taal = "nld",
        informatieobjecttype = Type,
    }, anders);

    public static object MetInhoud(string tekst) => new { inhoud = Convert.ToBase64String(Encoding.UTF8.GetBytes(tekst)), bestandsomvang = Encoding.UTF8.GetByteCount(tekst) };

    public async Task<JsonElement> Maak(object? anders = null) => await Vraag(201, HttpMethod.Post, "/enkelvoudiginformatieobjecten", Document(anders));

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, object? inhoud = null, string? als = null) =>
        Zaken.Node.Vraag(status, methode, Diensten.Documenten, pad, inhoud, Herkomst.Buiten, headers: als is null ? null : Proefnode.Als(als));

    public async Task<string[]> Fouten(HttpMethod methode, string pad, object? inhoud = null) => Catalogusnode.Fouten(await Vraag(400, methode, pad, inhoud));

    public async Task<string> Vergrendel(string url) => (await Vraag(200, HttpMethod.Post, $"{Pad(url)}/lock", new { })).GetProperty("lock").GetString()!;

    public Task<JsonElement> Ontgrendel(string url, string sleutel, int status = 204) => Vraag(status, HttpMethod.Post, $"{Pad(url)}/unlock", new { @lock = sleutel });

    /// <summary>A change under a lock, which is let go of after it.</summary>
    public async Task<JsonElement> Wijzig(string url, object leden)
    {
        var sleutel = await Vergrendel(url);
        var gewijzigd = await Vraag(200, HttpMethod.Patch, Pad(url), Catalogusnode.Met(leden, new { @lock = sleutel }));
        await Ontgrendel(url, sleutel);
        return gewijzigd;
    }

    public Task<HttpResponseMessage> Download(string pad, Action<HttpRequestHeaders>? koppen = null) =>
        Zaken.Node.Stuur(HttpMethod.Get, Diensten.Documenten, pad, herkomst: Herkomst.Buiten, headers: koppen);

    public async Task<string> Inhoud(string pad)
    {
        using var antwoord = await Download(pad);
        Assert.Equal(200, (int)antwoord.StatusCode);
        return await antwoord.Content.ReadAsStringAsync();
    }

    public async Task<JsonElement> StuurDeel(int status, string url, byte[] bytes, string? sleutel)
    {
        using var formulier = new MultipartFormDataContent { { new ByteArrayContent(bytes), "inhoud", "deel.bin" } };
        if (sleutel is not null) formulier.Add(new StringContent(sleutel), "lock");
        using var antwoord = await Zaken.Node.StuurInhoud(HttpMethod.Put, Diensten.Documenten, Pad(url), formulier, Zaken.Node.Doel("mijn-gegevens-inzien"));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{(int)antwoord.StatusCode}: {tekst}");
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    /// <summary>Files of content, and what is still half written.</summary>
    public IEnumerable<string> Bestanden() => Directory.Exists(Inhoudmap)
        ? Directory.EnumerateFiles(Inhoudmap, "*", SearchOption.AllDirectories).Select(pad => Path.GetRelativePath(Inhoudmap, pad)).Where(pad => !pad.StartsWith("onzeker", StringComparison.Ordinal))
        : [];

    public static string Pad(string url) => Catalogusnode.Pad(url);

    public ValueTask DisposeAsync() => Catalogi.DisposeAsync();
}
