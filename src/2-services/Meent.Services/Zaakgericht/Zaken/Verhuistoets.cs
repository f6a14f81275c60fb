using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Catalogi.Beheer;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// What a zaak has when it gets another zaaktype has to be allowed there too: its parts are of types of that zaaktype (zrc-016, -018, -019, -020),
/// its besluiten (brc-007) and its documents (zrc-017) of types that it knows.
/// </summary>
internal static class Verhuistoets
{
    private const string Besluiten =
        $"""
        SELECT DISTINCT b.omschrijving FROM zaakgericht_besluiten d JOIN zaakgericht_besluittypen b ON b.id = d.besluittype
        WHERE d.zaak = $1 AND NOT EXISTS (
          SELECT 1 FROM zaakgericht_typenamen n JOIN zaakgericht_zaaktypen t ON t.id = n.type AND t.catalogus = b.catalogus
          WHERE n.type = $2 AND n.soort = '{Typenamen.Besluittype}' AND n.naam = b.omschrijving)
        ORDER BY b.omschrijving
        """;

    private const string Documenten =
        """
        SELECT DISTINCT i.omschrijving FROM zaakgericht_zaakinformatieobjecten z
        JOIN zaakgericht_enkelvoudiginformatieobjecten d ON d.id = z.informatieobject JOIN zaakgericht_informatieobjecttypen i ON i.id = d.informatieobjecttype
        WHERE z.zaak = $1 AND NOT EXISTS (
          SELECT 1 FROM zaakgericht_zaaktype_informatieobjecttypen r JOIN zaakgericht_zaaktypen t ON t.id = r.zaaktype AND t.catalogus = i.catalogus
          WHERE r.zaaktype = $2 AND r.informatieobjecttype = i.omschrijving)
        ORDER BY i.omschrijving
        """;

    /// <exception cref="ProbleemException">400: the zaak has something that the zaaktype does not know.</exception>
    public static async ValueTask Eis(Session session, Guid zaak, Guid zaaktype)
    {
        foreach (var soort in Verhuisplan.Delen)
        {
            if (await session.One($"SELECT 1 FROM {soort.Gebruikers} d JOIN {soort.Tabel} t ON t.id = d.{soort.Kolom} WHERE d.zaak = $1 AND t.zaaktype <> $2", _ => true, zaak, zaaktype))
                throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", $"De zaak heeft een {soort.Kolom} dat niet bij het nieuwe zaaktype hoort.");
        }

        if (await Vreemd(session, Besluiten, zaak, zaaktype) is { Length: > 0 } besluiten)
            throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", $"De zaak heeft besluiten van een type dat het nieuwe zaaktype niet kent: {besluiten}.");
        if (await Vreemd(session, Documenten, zaak, zaaktype) is { Length: > 0 } documenten)
            throw Weiger.Ongeldig("nonFieldErrors", "missing-zaaktype-informatieobjecttype-relation", $"De zaak heeft documenten van een type dat het nieuwe zaaktype niet kent: {documenten}.");
    }

    private static async ValueTask<string> Vreemd(Session session, string sql, Guid zaak, Guid zaaktype) => string.Join(", ", await session.All(sql, row => row.Text(0), zaak, zaaktype));
}
