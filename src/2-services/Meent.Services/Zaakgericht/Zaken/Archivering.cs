using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>zrc-021 and zrc-026: what becomes of a closed zaak, and when, by its resultaattype.</summary>
internal static class Archivering
{
    /// <summary>What the resultaat says of a zaak that is being closed.</summary>
    public static async ValueTask<Zaak> Bepaal(Session session, Guid id, Zaak zaak) =>
        await Resultaattype(session, id) is { } type ? await Bepaal(session, id, zaak, type, opnieuw: false) : zaak;

    /// <summary>Once more, when something that it depends on came, changed or went. An open zaak has nothing to be derived yet.</summary>
    /// <param name="afleidingswijzen">Those that depend on it; none for all.</param>
    public static async ValueTask Herbereken(Session session, Guid id, params IReadOnlyList<string> afleidingswijzen)
    {
        if (!await session.One("SELECT 1 FROM zaakgericht_zaken WHERE id = $1 AND einddatum IS NOT NULL", _ => true, id)) return;
        if (await Resultaattype(session, id) is not { } type) return;
        if (afleidingswijzen.Count > 0 && !afleidingswijzen.Contains(type.BrondatumArchiefprocedure?.Afleidingswijze)) return;
        await Zaakwijziging.Pas(session, id, zaak => Bepaal(session, id, zaak, type, opnieuw: true));
    }

    /// <summary>Zaken whose archive is dated by the end of another: its deelzaken, and those that name it as relevant.</summary>
    public static async ValueTask HerberekenNaast(Session session, Guid id)
    {
        foreach (var deelzaak in await session.All("SELECT id FROM zaakgericht_zaken WHERE hoofdzaak = $1", row => row.Guid(0), id)) await Herbereken(session, deelzaak, "hoofdzaak");
        foreach (var ander in await session.All("SELECT zaak FROM zaakgericht_relevante_zaken WHERE andere = $1", row => row.Guid(0), id)) await Herbereken(session, ander, "gerelateerde_zaak");
    }

    private static async ValueTask<Zaak> Bepaal(Session session, Guid id, Zaak zaak, ResultaatType type, bool opnieuw)
    {
        var nominatie = zaak.Archiefnominatie is { Length: > 0 } gegeven ? gegeven : type.Archiefnominatie is { Length: > 0 } vanType ? vanType : null;
        zaak = zaak with { Archiefnominatie = nominatie };
        if (type.BrondatumArchiefprocedure is not { Afleidingswijze: not "ander_datumkenmerk" } procedure || !Periode.TryParse(type.Archiefactietermijn, out var termijn)) return zaak;

        // Who knows the day already has said so; what is derived anew replaces it.
        var brondatum = opnieuw ? null : zaak.StartdatumBewaartermijn;
        brondatum ??= await Brondatum.Bepaal(session, id, zaak, procedure);
        if (brondatum is not { } dag) return opnieuw ? zaak with { Archiefactiedatum = null, StartdatumBewaartermijn = null } : zaak;
        return zaak with
        {
            Archiefactiedatum = termijn.Na(dag),
            // zrc-026: what is kept for ever has no bewaartermijn.
            StartdatumBewaartermijn = nominatie == "vernietigen" ? dag : null,
        };
    }

    private static async ValueTask<ResultaatType?> Resultaattype(Session session, Guid zaak) =>
        await session.One("SELECT t.body FROM zaakgericht_resultaten r JOIN zaakgericht_resultaattypen t ON t.id = r.resultaattype WHERE r.zaak = $1", row => row.Bytes(0), zaak) is { } body
            ? Vorm.VanBewaard<ResultaatType>(body) : null;
}
