using System.Globalization;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// The last day of a zaak: its uiterlijkeEinddatumAfdoening, else its start with the doorlooptijd of its type and an extension. A term that is suspended
/// does not run (Awb art. 4:15).
/// </summary>
internal static class Zaaktermijn
{
    private const string Naam = "uiterlijk__lte";

    private const string Loopt = $"z.einde = '{Sorteerdatum.Geen}' AND z.opgeschort = 0";

    /// <summary>Open zaken of which the last day is this one or an earlier one.</summary>
    public static readonly Zoekcriterium Uiterlijk = new(Naam, Tot);

    /// <summary>By how much the term was extended; empty when it was not (zrc-012).</summary>
    public static string Verlengd(Zaak zaak) => Periode.Lees(zaak.Verlenging?.Duur) is { } duur && duur != default ? zaak.Verlenging!.Duur : "";

    /// <summary>The latest start with which such a term ends on this day or before.</summary>
    /// <returns>Null when there is none, or the term is no number of days.</returns>
    public static DateOnly? LaatsteStart(Periode? doorlooptijd, Periode? verlenging, DateOnly tot)
    {
        if (doorlooptijd is not { } duur || duur == default || !Eindigt(DateOnly.MinValue)) return null;
        // A later start never ends earlier, so halving finds it, whatever the lengths of the months.
        var (wel, niet) = (0, tot.DayNumber + 1);
        while (niet - wel > 1)
        {
            var midden = (wel + niet) / 2;
            if (Eindigt(DateOnly.FromDayNumber(midden))) wel = midden;
            else niet = midden;
        }

        return DateOnly.FromDayNumber(wel);

        bool Eindigt(DateOnly start) => duur.Na(start) is { } dag && (verlenging is { } langer ? langer.Na(dag) : dag) <= tot;
    }

    private static async ValueTask<Vraag> Tot(Store store, Vraag vraag, string tekst, CancellationToken stop)
    {
        if (!DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tot)) throw Weiger.Ongeldig(Naam, "invalid", "Voer een geldige datum in.");
        // Each term that a zaak may have, with a start of its own: those of the types, and of the few zaken that were extended.
        var termijnen = await store.Read(session => session.All(
            """
            SELECT doorlooptijd, '' FROM zaakgericht_zaaktypen
            UNION SELECT y.doorlooptijd, t.verlengd FROM (SELECT DISTINCT zaaktype, verlengd FROM zaakgericht_zaken WHERE verlengd <> '') t JOIN zaakgericht_zaaktypen y ON y.id = t.zaaktype
            """, row => (Duur: row.Text(0), Langer: row.Text(1))), stop);
        var grenzen = termijnen.Select(t => (t.Duur, t.Langer, Start: LaatsteStart(Periode.Lees(t.Duur), Periode.Lees(t.Langer), tot))).Where(grens => grens.Start is not null).ToList();
        // Found by themselves, in zaakgericht_zaken_lopend, and not as a condition on the list: that is ordered by day, and before what runs lies all that was closed.
        var eigen = $"SELECT z.id FROM zaakgericht_zaken z WHERE {Loopt} AND z.uiterlijke_einddatum <= $?";
        if (grenzen.Count == 0) return vraag.Met($"t.id IN ({eigen})", tot);
        // What began after the last of those starts is the most there is, and needs no look at its type. SQLite keeps to the order of a cross join: the type first.
        return vraag.Met(
            $"""
            t.id IN ({eigen} UNION ALL
              SELECT z.id FROM zaakgericht_zaken z WHERE {Loopt} AND z.uiterlijke_einddatum IS NULL AND z.startdatum <= $? AND EXISTS (
                SELECT 1 FROM zaakgericht_zaaktypen y CROSS JOIN (VALUES {string.Join(", ", grenzen.Select(_ => "($?, $?, $?)"))}) g
                WHERE y.id = z.zaaktype AND g.column1 = y.doorlooptijd AND g.column2 = z.verlengd AND z.startdatum <= g.column3))
            """, [tot, Dag(grenzen.Max(grens => grens.Start)), .. grenzen.SelectMany(grens => new object?[] { grens.Duur, grens.Langer, Dag(grens.Start) })]);

        static string Dag(DateOnly? dag) => dag!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
