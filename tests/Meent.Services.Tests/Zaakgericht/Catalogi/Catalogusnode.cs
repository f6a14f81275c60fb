using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>The Catalogi API behind HTTP, with an empty catalogus.</summary>
internal sealed class Catalogusnode : IAsyncDisposable
{
    public required Zaaknode Zaken { get; init; }
    public required string Catalogus { get; init; }

    public static async Task<Catalogusnode> Start(Engine engine, Func<OpslagOptions, OpslagOptions>? opties = null)
    {
        var node = await Zaaknode.Start(engine, opties: opties);
        return new Catalogusnode { Zaken = node, Catalogus = await MaakCatalogus(node, "LEEG") };
    }

    public Task<string> MaakCatalogus(string domein) => MaakCatalogus(Zaken, domein);

    public Task<string> Zaaktype(string identificatie, object? anders = null) => Maak("/zaaktypen", Zaaknode.Type(Catalogus, identificatie), anders);

    public Task<string> Statustype(string zaaktype, int volgnummer = 1, object? anders = null) =>
        Maak("/statustypen", new { zaaktype, omschrijving = $"Status {volgnummer}", volgnummer }, anders);

    public Task<string> Roltype(string zaaktype, object? anders = null) =>
        Maak("/roltypen", new { zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" }, anders);

    public Task<string> Eigenschap(string zaaktype, object? anders = null) => Maak(
        "/eigenschappen", new { zaaktype, naam = "Kenteken", definitie = "Van de auto", specificatie = new { formaat = "tekst", lengte = "8", kardinaliteit = "1" } }, anders);

    public Task<string> Resultaattype(string zaaktype, object? anders = null) => Maak("/resultaattypen", Resultaat(zaaktype), anders);

    public Task<string> Zaakobjecttype(string zaaktype, object? anders = null) => Maak(
        "/zaakobjecttypen", new { zaaktype, anderObjecttype = false, objecttype = "https://objecttypen.example/pand", relatieOmschrijving = "Betreft" }, anders);

    public Task<string> Informatieobjecttype(string omschrijving, object? anders = null) => Maak("/informatieobjecttypen", new
    {
        catalogus = Catalogus,
        omschrijving,
        vertrouwelijkheidaanduiding = "openbaar",
        beginGeldigheid = "2024-01-01",
        informatieobjectcategorie = "Brief",
    }, anders);

    public Task<string> Besluittype(string omschrijving, object? anders = null) => Maak("/besluittypen", new
    {
        catalogus = Catalogus,
        omschrijving,
        publicatieIndicatie = false,
        informatieobjecttypen = Array.Empty<string>(),
        beginGeldigheid = "2024-01-01",
    }, anders);

    public Task<string> ZaaktypeInformatieobjecttype(string zaaktype, string informatieobjecttype, int volgnummer = 1, object? anders = null) =>
        Maak("/zaaktype-informatieobjecttypen", new { zaaktype, informatieobjecttype, volgnummer, richting = "inkomend" }, anders);

    /// <summary>Of the category "Blijvend van belang", which leaves the afleidingswijze free.</summary>
    public object Resultaat(string zaaktype) => new
    {
        zaaktype,
        omschrijving = "Verleend",
        resultaattypeomschrijving = Zaken.Referentie("resultaattypeomschrijvingen", 1),
        selectielijstklasse = Zaken.Referentie("resultaten", 10),
    };

    /// <summary>A zaaktype with what it needs to be published.</summary>
    public async Task<string> Compleet(string identificatie, object? anders = null)
    {
        var zaaktype = await Zaaktype(identificatie, anders);
        await Statustype(zaaktype);
        await Roltype(zaaktype);
        return zaaktype;
    }

    public async Task<string> Publiceer(string url)
    {
        await Vraag(200, HttpMethod.Post, $"{Pad(url)}/publish", new { });
        return url;
    }

    public Task<JsonElement> Lees(string url, string vraag = "") => Vraag(200, HttpMethod.Get, Pad(url) + vraag);

    public async Task<string[]> Lijst(string pad) =>
        [.. (await Vraag(200, HttpMethod.Get, pad)).GetProperty("results").EnumerateArray().Select(r => r.GetProperty("url").GetString()!)];

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, object? inhoud = null) => Zaken.Vraag(status, methode, Diensten.Catalogi, pad, inhoud);

    /// <summary>As a client that may write, but not force.</summary>
    public Task<JsonElement> Beheerder(int status, HttpMethod methode, string pad, object? inhoud = null) => Als("catalogusbeheerder", status, methode, pad, inhoud);

    public Task<JsonElement> Als(string client, int status, HttpMethod methode, string pad, object? inhoud = null) =>
        Zaken.Node.Vraag(status, methode, Diensten.Catalogi, pad, inhoud, Herkomst.Buiten, headers: Proefnode.Als(client));

    /// <summary>The name and code of each fault of a request that is refused.</summary>
    public async Task<string[]> Fouten(HttpMethod methode, string pad, object? inhoud = null) => Fouten(await Vraag(400, methode, pad, inhoud));

    public static string[] Fouten(JsonElement probleem) =>
        [.. probleem.GetProperty("invalidParams").EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("code").GetString()}")];

    /// <summary>Path under the API of a URL.</summary>
    public static string Pad(string url) => url[(url.IndexOf("/api/v1/", StringComparison.Ordinal) + 7)..];

    public static string[] Teksten(JsonElement resource, string veld) => [.. resource.GetProperty(veld).EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>An object with members replaced or added.</summary>
    public static Dictionary<string, JsonElement> Met(object inhoud, object? anders)
    {
        var leden = JsonSerializer.SerializeToElement(inhoud).EnumerateObject().ToDictionary(lid => lid.Name, lid => lid.Value);
        if (anders is not null)
        {
            foreach (var lid in JsonSerializer.SerializeToElement(anders).EnumerateObject()) leden[lid.Name] = lid.Value;
        }

        return leden;
    }

    public ValueTask DisposeAsync() => Zaken.DisposeAsync();

    private async Task<string> Maak(string pad, object inhoud, object? anders) => Zaaknode.Url(await Vraag(201, HttpMethod.Post, pad, Met(inhoud, anders)));

    private static async Task<string> MaakCatalogus(Zaaknode node, string domein) =>
        Zaaknode.Url(await node.Maak(Diensten.Catalogi, "/catalogussen", new { domein, rsin = "990000011", contactpersoonBeheerNaam = "Beheer" }));
}
