using System.Text.Json;
using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// zrc-021: the day from which the archiefactietermijn counts, by the nine afleidingswijzen. Null when it cannot be known, or not yet: a zaak can be closed
/// all the same, and the day is found when what it depends on comes.
/// </summary>
internal static class Brondatum
{
    public static async ValueTask<DateOnly?> Bepaal(Session session, Guid id, Zaak zaak, BrondatumArchiefprocedure procedure) => procedure.Afleidingswijze switch
    {
        "afgehandeld" => zaak.Einddatum,
        "termijn" => zaak.Einddatum is { } einde && Periode.TryParse(procedure.Procestermijn, out var termijn) ? termijn.Na(einde) : null,
        "hoofdzaak" => await Dag(session, "SELECT h.einddatum FROM zaakgericht_zaken z JOIN zaakgericht_zaken h ON h.id = z.hoofdzaak WHERE z.id = $1", id),
        "gerelateerde_zaak" => await Dag(session, "SELECT max(z.einddatum) FROM zaakgericht_relevante_zaken r JOIN zaakgericht_zaken z ON z.id = r.andere WHERE r.zaak = $1", id),
        "ingangsdatum_besluit" => await Dag(session, "SELECT max(ingangsdatum) FROM zaakgericht_zaakbesluiten WHERE zaak = $1", id),
        "vervaldatum_besluit" => await Dag(session, "SELECT max(vervaldatum) FROM zaakgericht_zaakbesluiten WHERE zaak = $1", id),
        "eigenschap" => Hoogste(await session.All("SELECT body FROM zaakgericht_zaakeigenschappen WHERE zaak = $1 AND naam = $2",
            row => Specificatie.Dag(Vorm.VanBewaard<ZaakEigenschap>(row.Span(0)).Waarde), id, procedure.Datumkenmerk)),
        "zaakobject" => Hoogste(await session.All("SELECT body FROM zaakgericht_zaakobjecten WHERE zaak = $1 AND object_type = $2",
            row => VanObject(Vorm.VanBewaard<ZaakObject>(row.Span(0)), procedure.Datumkenmerk), id, procedure.Objecttype)),
        // ander_datumkenmerk: the standard has it found and filled in by hand.
        _ => null,
    };

    private static ValueTask<DateOnly?> Dag(Session session, string sql, Guid id) => session.One(sql, row => row.DateOrNull(0), id);

    private static DateOnly? Hoogste(List<DateOnly?> dagen) => dagen.Max();

    /// <summary>The member of the object's identification by the name of the datumkenmerk; <c>a/b</c> for one within a group.</summary>
    private static DateOnly? VanObject(ZaakObject model, string datumkenmerk)
    {
        if (model.ObjectIdentificatie is not { ValueKind: JsonValueKind.Object } plek) return null;
        // Of another object the data is one level down.
        if (plek.TryGetProperty("overigeData", out var overig)) plek = overig;
        foreach (var lid in datumkenmerk.Split('/'))
        {
            if (plek.ValueKind != JsonValueKind.Object || !plek.TryGetProperty(lid, out plek)) return null;
        }

        return plek.ValueKind == JsonValueKind.String ? Specificatie.Dag(plek.GetString()!) : null;
    }
}
