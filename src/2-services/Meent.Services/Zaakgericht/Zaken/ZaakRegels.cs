using Meent.Data.Modellen;
using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Referentielijsten;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for a zaak itself.</summary>
internal static class ZaakRegels
{
    public static async ValueTask<Zaak> Zaak(Schrijven<Zaak> schrijven, Session session)
    {
        // zrc-001: the zaaktype exists, is a zaaktype, and is published. In one question with that of zrc-002: it is asked at each new zaak.
        var (bronorganisatie, identificatie) = (schrijven.Model.Bronorganisatie, Identificatie(schrijven));
        var (type, (concept, rang, bezet)) = await Verwijzing.Vereis(
            session, schrijven.Model.Zaaktype, CatalogiResources.Zaaktypen, "zaaktype", $"concept, vertrouwelijkheid, ({Bezet("$2", "$3")})",
            row => (row.Bool(0), row.Long(1), !row.IsNull(2)), bronorganisatie, identificatie);
        // zrc-009: of the zaaktype, when the client names none.
        var zaak = schrijven.Model.Vertrouwelijkheidaanduiding.Length > 0 ? schrijven.Model
            : schrijven.Model with { Vertrouwelijkheidaanduiding = Vertrouwelijkheidaanduiding.Woord(rang) };
        Gesloten(schrijven, zaak, type);
        if (concept) throw Weiger.Ongeldig("zaaktype", "not-published", "Het zaaktype is nog in concept.");
        if (schrijven.Oud is { } oud && EigenUrls.Id(oud.Zaaktype, CatalogiResources.Zaaktypen.Pad) != type) await Verhuistoets.Eis(session, schrijven.Id, type);

        var vandaag = schrijven.Nu.LokaleDag();
        if (zaak.Registratiedatum > vandaag) throw Weiger.Ongeldig("registratiedatum", "future_not_allowed", "De registratiedatum mag niet in de toekomst liggen.");
        if (zaak.Zaakgeometrie is { ValueKind: not System.Text.Json.JsonValueKind.Null } geometrie && GeoJson.Lees(geometrie) is null)
            throw Weiger.Ongeldig("zaakgeometrie", "invalid", "Dit is geen GeoJSON-geometrie in WGS 84.");
        // zrc-010: a kanaal of the reference list, or what was found elsewhere before the write.
        if (zaak.Communicatiekanaal.Length > 0 && zaak.Communicatiekanaal != schrijven.Oud?.Communicatiekanaal)
            await Referenties.Vereis<CommunicatieKanaal>(session, zaak.Communicatiekanaal, "communicatiekanaal", schrijven.Opgehaald);
        await Zaakrelaties.Controleer(schrijven, session);
        await Producten(session, zaak, type);
        zaak = Betaling(schrijven, zaak);
        await Archiefstatus(schrijven.Id, zaak, session);
        return zaak with
        {
            Identificatie = await Vrij(schrijven, session, identificatie, bezet),
            Registratiedatum = zaak.Registratiedatum ?? vandaag,
            // zrc-012: the answer always has the structure of a group.
            Verlenging = zaak.Verlenging ?? Verlenging.Geen,
            Opschorting = zaak.Opschorting ?? Opschorting.Geen,
            Processobject = zaak.Processobject ?? Processobject.Geen,
        };
    }

    /// <summary>zrc-007: a closed zaak changes only with <c>zaken.geforceerd-bijwerken</c>, for the type that it has and for the one that it gets.</summary>
    private static void Gesloten(Schrijven<Zaak> schrijven, Zaak zaak, Guid type)
    {
        if (schrijven.Oud is not { Einddatum: not null } oud) return;
        if (!schrijven.Mag(Zaakdeel.Geforceerd, type, Vertrouwelijkheidaanduiding.Rang(zaak.Vertrouwelijkheidaanduiding))
            || !schrijven.Mag(Zaakdeel.Geforceerd, EigenUrls.Id(oud.Zaaktype, CatalogiResources.Zaaktypen.Pad) ?? Guid.Empty, Vertrouwelijkheidaanduiding.Rang(oud.Vertrouwelijkheidaanduiding)))
            throw Weiger.GeenRecht("De zaak is gesloten: hiervoor is zaken.geforceerd-bijwerken nodig.");
    }

    /// <summary>zrc-002: made by us when the client names none.</summary>
    private static string Identificatie(Schrijven<Zaak> schrijven) =>
        schrijven.IsNieuw && schrijven.Model.Identificatie.Length == 0 ? schrijven.Nummer(Zaaknummers.Voorvoegsel) : schrijven.Model.Identificatie;

    /// <summary>zrc-002: unique together with the bronorganisatie. The index would refuse it too, but later than the other rules of this zaak.</summary>
    private static async ValueTask<string> Vrij(Schrijven<Zaak> schrijven, Session session, string identificatie, bool bezet)
    {
        if (!schrijven.IsNieuw || !bezet) return identificatie;
        if (schrijven.Model.Identificatie.Length > 0) throw Weiger.Ongeldig("identificatie", "identificatie-niet-uniek", "Deze identificatie bestaat al binnen de organisatie.");
        // A client has taken a number of our form before its turn.
        do identificatie = schrijven.Nummer(Zaaknummers.Voorvoegsel);
        while (await session.One(Bezet("$1", "$2"), _ => true, schrijven.Model.Bronorganisatie, identificatie));
        return identificatie;
    }

    private static string Bezet(string bronorganisatie, string identificatie) =>
        $"SELECT 1 FROM zaakgericht_zaken WHERE bronorganisatie = {bronorganisatie} AND identificatie = {identificatie}";

    /// <summary>zrc-014: who need not pay has not paid. A day that is sent along is refused; one that was there already goes.</summary>
    private static Zaak Betaling(Schrijven<Zaak> schrijven, Zaak zaak)
    {
        if (zaak.LaatsteBetaaldatum > schrijven.Nu.AddMinutes(1)) throw Weiger.Ongeldig("laatsteBetaaldatum", "future_not_allowed", "De laatste betaaldatum mag niet in de toekomst liggen.");
        if (zaak is { Betalingsindicatie: "nvt", LaatsteBetaaldatum: not null })
        {
            if (schrijven.Gestuurd.Contains("laatsteBetaaldatum"))
                throw Weiger.Ongeldig("laatsteBetaaldatum", "betaling-nvt", "De laatste betaaldatum kan niet worden gezet als er niet betaald hoeft te worden.");
            zaak = zaak with { LaatsteBetaaldatum = null };
        }

        return zaak with { BetalingsindicatieWeergave = Weergave(zaak.Betalingsindicatie) };
    }

    /// <summary>zrc-015: only products and services of the zaaktype.</summary>
    private static async ValueTask Producten(Session session, Zaak zaak, Guid type)
    {
        if (zaak.ProductenOfDiensten.Count == 0) return;
        var zaaktype = Vorm.VanBewaard<ZaakType>((await session.One("SELECT body FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Bytes(0), type))!);
        if (zaak.ProductenOfDiensten.Except(zaaktype.ProductenOfDiensten).Any())
            throw Weiger.Ongeldig("productenOfDiensten", "invalid-products-services", "Niet alle producten of diensten horen bij het zaaktype.");
    }

    /// <summary>zrc-022: what is archived says what becomes of it, and when; and so are its documents.</summary>
    private static async ValueTask Archiefstatus(Guid id, Zaak zaak, Session session)
    {
        if (zaak.Archiefstatus == "nog_te_archiveren") return;
        var fouten = new List<OngeldigVeld>();
        if (string.IsNullOrEmpty(zaak.Archiefnominatie)) fouten.Add(new("archiefnominatie", "archiefnominatie-not-set", "Is nodig bij een andere archiefstatus dan nog_te_archiveren."));
        if (zaak.Archiefactiedatum is null) fouten.Add(new("archiefactiedatum", "archiefactiedatum-not-set", "Is nodig bij een andere archiefstatus dan nog_te_archiveren."));
        if (!await DocumentRegels.Gearchiveerd(session, id)) fouten.Add(new("archiefstatus", "documents-not-archived", "Er zijn documenten die niet de status gearchiveerd hebben."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
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

    private static string Weergave(string indicatie) => indicatie switch
    {
        "nvt" => "Er is geen sprake van te betalen, met de zaak gemoeide, kosten.",
        "nog_niet" => "De met de zaak gemoeide kosten zijn (nog) niet betaald.",
        "gedeeltelijk" => "De met de zaak gemoeide kosten zijn gedeeltelijk betaald.",
        "geheel" => "De met de zaak gemoeide kosten zijn geheel betaald.",
        _ => "",
    };
}
