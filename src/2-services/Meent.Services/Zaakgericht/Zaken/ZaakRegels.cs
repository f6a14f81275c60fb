using Meent.Data.Modellen;
using Meent.Data.Modellen.Referentielijsten;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for a zaak at its creation.</summary>
internal static class ZaakRegels
{
    public static async ValueTask<Zaak> Zaak(Schrijven<Zaak> schrijven, Session session)
    {
        var zaak = schrijven.Model;
        var vandaag = schrijven.Nu.LokaleDag();
        // zrc-001: the zaaktype exists, is a zaaktype, and is published.
        var type = await Verwijzing.Vereis(session, zaak.Zaaktype, CatalogiResources.Zaaktypen, "zaaktype");
        var (concept, rang) = await session.One("SELECT concept, vertrouwelijkheid FROM zaakgericht_zaaktypen WHERE id = $1", row => (row.Bool(0), row.Long(1)), type);
        if (concept) throw Weiger.Ongeldig("zaaktype", "not-published", "Het zaaktype is nog in concept.");
        // A registration cannot lie in the future.
        if (zaak.Registratiedatum > vandaag) throw Weiger.Ongeldig("registratiedatum", "future_not_allowed", "De registratiedatum mag niet in de toekomst liggen.");
        if (zaak.LaatsteBetaaldatum is not null && zaak.Betalingsindicatie is ("" or "nvt"))
            throw Weiger.Ongeldig("laatsteBetaaldatum", "betaling-nvt", "De laatste betaaldatum kan niet worden gezet als er niet betaald hoeft te worden.");
        if (zaak.Zaakgeometrie is { ValueKind: not System.Text.Json.JsonValueKind.Null } geometrie && GeoJson.Lees(geometrie) is null)
            throw Weiger.Ongeldig("zaakgeometrie", "invalid", "Dit is geen GeoJSON-geometrie in WGS 84.");
        // zrc-010: a kanaal of the reference list, or what was found elsewhere before the write.
        if (zaak.Communicatiekanaal.Length > 0 && zaak.Communicatiekanaal != schrijven.Oud?.Communicatiekanaal)
            await Referenties.Vereis<CommunicatieKanaal>(session, zaak.Communicatiekanaal, "communicatiekanaal", schrijven.Opgehaald);
        await Hoofdzaak(zaak, session);

        zaak = zaak with
        {
            Identificatie = zaak.Identificatie.Length > 0 ? zaak.Identificatie : schrijven.Nummer("ZAAK"),
            Registratiedatum = zaak.Registratiedatum ?? vandaag,
            Vertrouwelijkheidaanduiding = zaak.Vertrouwelijkheidaanduiding.Length > 0 ? zaak.Vertrouwelijkheidaanduiding : Vertrouwelijkheidaanduiding.Woord(rang),
            BetalingsindicatieWeergave = Betaling(zaak.Betalingsindicatie),
        };
        // zrc-002: unique together; the index would refuse it too, but here the answer can name the field.
        return await session.One("SELECT 1 FROM zaakgericht_zaken WHERE bronorganisatie = $1 AND identificatie = $2 AND id <> $3", _ => true, zaak.Bronorganisatie, zaak.Identificatie, schrijven.Id)
            ? throw Weiger.Ongeldig("identificatie", "identificatie-niet-uniek", "Deze identificatie bestaat al binnen de organisatie.")
            : zaak;
    }

    /// <summary>zrc-008: a hoofdzaak is another zaak that is no deelzaak itself.</summary>
    private static async ValueTask Hoofdzaak(Zaak zaak, Session session)
    {
        if (zaak.Hoofdzaak is not { } url) return;
        var id = await Verwijzing.Vereis(session, url, ZakenResources.Zaken, "hoofdzaak");
        if (await session.One("SELECT 1 FROM zaakgericht_zaken WHERE id = $1 AND hoofdzaak IS NOT NULL", _ => true, id))
            throw Weiger.Ongeldig("hoofdzaak", "deelzaak-als-hoofdzaak", "Deelzaken van deelzaken zijn niet toegestaan.");
    }

    public static async ValueTask NaZaak(Schrijven<Zaak> schrijven, Session session)
    {
        if (schrijven.IsNieuw && schrijven.Model.Hoofdzaak is { } url)
            await Koppelingen.Voeg(session, "zaakgericht_zaken", "deelzaken", EigenUrls.Id(url, schrijven.Resource.Pad)!.Value, schrijven.Resource.Pad, schrijven.Id);
    }

    public static Melding Melding(Zaak zaak, Guid id, long versie) => Melding(id, versie, zaak.Bronorganisatie, zaak.Zaaktype, zaak.Vertrouwelijkheidaanduiding);

    /// <summary>A notification about part of a zaak bears the zaak's kenmerken and its version, taken under its row lock.</summary>
    public static async ValueTask<Melding> MeldingVanZaak(string url, Session session)
    {
        var id = EigenUrls.Id(url, ZakenResources.Zaken.Pad)!.Value;
        return (await session.One("SELECT version, bronorganisatie, zaaktype, vertrouwelijkheid FROM zaakgericht_zaken WHERE id = $1", row =>
            Melding(id, row.Long(0), row.Text(1), EigenUrls.Van(CatalogiResources.Zaaktypen.Pad, row.Guid(2)), Vertrouwelijkheidaanduiding.Woord(row.Long(3))), id))!;
    }

    private static Melding Melding(Guid id, long versie, string bronorganisatie, string zaaktype, string vertrouwelijkheid) =>
        new("zaken", EigenUrls.Van(ZakenResources.Zaken.Pad, id), versie, new Dictionary<string, string>
        {
            ["bronorganisatie"] = bronorganisatie,
            ["zaaktype"] = zaaktype,
            ["vertrouwelijkheidaanduiding"] = vertrouwelijkheid,
        });

    /// <summary>Zaaktype and level of the zaak that a resource belongs to; the zaak exists (zrc-001 for sub-resources).</summary>
    public static Func<T, Session, ValueTask<(Guid Type, long Rang)>> VanZaak<T>(Func<T, string> zaak) => async (model, session) =>
    {
        var id = await Verwijzing.Vereis(session, zaak(model), ZakenResources.Zaken, "zaak");
        return await session.One("SELECT zaaktype, vertrouwelijkheid FROM zaakgericht_zaken WHERE id = $1", row => (row.Guid(0), row.Long(1)), id);
    };

    private static string Betaling(string indicatie) => indicatie switch
    {
        "nvt" => "Er is geen sprake van te betalen, met de zaak gemoeide, kosten.",
        "nog_niet" => "De met de zaak gemoeide kosten zijn (nog) niet betaald.",
        "gedeeltelijk" => "De met de zaak gemoeide kosten zijn gedeeltelijk betaald.",
        "geheel" => "De met de zaak gemoeide kosten zijn geheel betaald.",
        _ => "",
    };
}
