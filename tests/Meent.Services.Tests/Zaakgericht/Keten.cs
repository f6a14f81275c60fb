using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Besluiten;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Services.Tests.Zaakgericht.Documenten;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Tests.Zaakgericht;

/// <summary>The four APIs in one: a zaaktype that allows a besluittype, and both of them documents of a type.</summary>
internal sealed class Keten
{
    public required Documentnode Documenten { get; init; }
    public required string Zaaktype { get; init; }
    public required string Statustype { get; init; }
    public required string Roltype { get; init; }
    public required string Besluittype { get; init; }

    public Zaaknode Zgw => Documenten.Zaken;

    public static async Task<Keten> Van(Zaaknode zgw)
    {
        var catalogi = new Catalogusnode
        {
            Zaken = zgw,
            Catalogus = Zaaknode.Url(await zgw.Maak(Diensten.Catalogi, "/catalogussen", new { domein = "KETEN", rsin = "990000011", contactpersoonBeheerNaam = "Beheer" })),
        };
        var documenten = new Documentnode { Catalogi = catalogi, Type = await catalogi.Publiceer(await catalogi.Informatieobjecttype("Brief")) };
        var besluittype = await catalogi.Publiceer(await catalogi.Besluittype("Vergunning", new { informatieobjecttypen = new[] { "Brief" } }));
        var zaaktype = await catalogi.Zaaktype("KETEN", new { besluittypen = new[] { "Vergunning" } });
        var (statustype, roltype) = (await catalogi.Statustype(zaaktype), await catalogi.Roltype(zaaktype));
        await catalogi.Statustype(zaaktype, 2);
        await catalogi.ZaaktypeInformatieobjecttype(zaaktype, "Brief");
        await catalogi.Publiceer(zaaktype);
        return new Keten { Documenten = documenten, Zaaktype = zaaktype, Statustype = statustype, Roltype = roltype, Besluittype = besluittype };
    }

    public async Task<string> Zaak(object? anders = null) => Zaaknode.Url(await Zgw.Maak(Diensten.Zaken, "/zaken", Catalogusnode.Met(Zgw.Zaak(zaaktype: Zaaktype), anders)));

    public async Task<string> Status(string zaak, object? anders = null) =>
        Zaaknode.Url(await Zgw.Maak(Diensten.Zaken, "/statussen", Catalogusnode.Met(new { zaak, statustype = Statustype, datumStatusGezet = "2026-06-02T10:00:00Z" }, anders)));

    public async Task<string> Document(object? anders = null) => Zaaknode.Url(await Documenten.Maak(anders));

    public async Task<string> Besluit(string zaak = "", object? anders = null) =>
        Zaaknode.Url(await Zgw.Maak(Diensten.Besluiten, "/besluiten", Catalogusnode.Met(BesluitTests.Besluit(Besluittype, new { zaak }), anders)));

    public async Task<string> BijZaak(string zaak, string informatieobject) => Zaaknode.Url(await Zgw.Maak(Diensten.Zaken, "/zaakinformatieobjecten", new { zaak, informatieobject }));

    public async Task<string> BijBesluit(string besluit, string informatieobject) => Zaaknode.Url(await Zgw.Maak(Diensten.Besluiten, "/besluitinformatieobjecten", new { besluit, informatieobject }));

    public async Task<string> Gebruiksrecht(string informatieobject, string voorwaarden = "Niet delen") =>
        Zaaknode.Url(await Documenten.Vraag(201, HttpMethod.Post, "/gebruiksrechten", new { informatieobject, startdatum = "2026-06-01T00:00:00Z", omschrijvingVoorwaarden = voorwaarden }));

    public async Task<string> Verzending(string informatieobject, string toelichting = "") => Zaaknode.Url(await Documenten.Vraag(201, HttpMethod.Post, "/verzendingen", new
    {
        informatieobject,
        betrokkene = "https://personen.example/1",
        contactPersoon = "https://personen.example/2",
        aardRelatie = "geadresseerde",
        toelichting,
        mijnOverheid = true,
    }));

    /// <summary>The resource at a URL of any of the APIs.</summary>
    public Task<JsonElement> Lees(string url, string vraag = "") => Zgw.Vraag(200, HttpMethod.Get, Dienst(url), Catalogusnode.Pad(url) + vraag);

    public static string Dienst(string url) => url[..url.IndexOf("/api/v1/", StringComparison.Ordinal)].Split('/')[^1];
}
