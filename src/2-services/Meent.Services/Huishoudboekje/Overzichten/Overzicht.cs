using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Services.Huishoudboekje.Rubrieken;

namespace Meent.Services.Huishoudboekje.Overzichten;

/// <summary>A booking for a resident.</summary>
/// <param name="Cent">What came in is positive.</param>
internal sealed record Overzichtregel(DateOnly Datum, long Cent, Guid? Afspraak, Guid? Transactie, string? Omschrijving, string? Rubriek);

/// <summary>What came and went for a resident in a period. The end is the begin and the lines, so it is what the balance says on that day.</summary>
internal sealed record Overzicht(DateOnly Van, DateOnly Tot, long BeginCent, long InkomstenCent, long UitgavenCent, long EindCent, IReadOnlyList<Overzichtregel> Regels);

internal static class Overzichten
{
    public static async ValueTask<Overzicht> Overzicht(this Session session, Guid deelnemer, DateOnly van, DateOnly tot)
    {
        var rekening = Grootboek.Deelnemer(deelnemer);
        var begin = -await session.One("SELECT COALESCE(SUM(cent), 0) FROM huishoudboekje_journaal WHERE rekening = $1 AND datum < $2", row => row.Long(0), rekening, van);
        var afspraken = (await session.AfsprakenVan(deelnemer)).ToDictionary(a => a.Id);
        var rubrieken = (await session.Rubrieken()).ToDictionary(r => r.Id, r => r.Naam);
        // A booking and what took it back are on the same day, so neither is left over; both stay in the journal.
        var regels = await session.All(
            """
            SELECT j.datum, -j.cent, j.afspraak, j.bankregel FROM huishoudboekje_journaal j
            WHERE j.rekening = $1 AND j.datum >= $2 AND j.datum <= $3 AND j.terug IS NULL
              AND NOT EXISTS (SELECT 1 FROM huishoudboekje_journaal t WHERE t.terug = j.boeking)
            ORDER BY j.datum, j.nummer
            """,
            row =>
            {
                var afspraak = row.GuidOrNull(2) is { } id ? afspraken.GetValueOrDefault(id) : null;
                return new Overzichtregel(row.Date(0), row.Long(1), afspraak?.Id, row.GuidOrNull(3), afspraak?.Omschrijving, afspraak is null ? null : rubrieken.GetValueOrDefault(afspraak.Rubriek));
            },
            rekening, van, tot);
        var inkomsten = regels.Where(r => r.Cent > 0).Sum(r => r.Cent);
        var uitgaven = regels.Where(r => r.Cent < 0).Sum(r => r.Cent);
        return new(van, tot, begin, inkomsten, uitgaven, begin + inkomsten + uitgaven, regels);
    }

    /// <summary>Of all residents with a booking in the period: what they had, what came and went, what they have.</summary>
    public static ValueTask<List<Rapportregel>> Rapport(this Session session, DateOnly van, DateOnly tot) => session.All(
        """
        SELECT d.id, d.nummer, d.bsn,
          COALESCE(SUM(CASE WHEN j.datum < $1 THEN -j.cent ELSE 0 END), 0),
          COALESCE(SUM(CASE WHEN j.datum >= $1 AND j.cent < 0 THEN -j.cent ELSE 0 END), 0),
          COALESCE(SUM(CASE WHEN j.datum >= $1 AND j.cent > 0 THEN -j.cent ELSE 0 END), 0)
        FROM huishoudboekje_deelnemers d LEFT JOIN huishoudboekje_journaal j ON j.rekening = d.rekening AND j.datum <= $2 AND j.terug IS NULL
          AND NOT EXISTS (SELECT 1 FROM huishoudboekje_journaal t WHERE t.terug = j.boeking)
        GROUP BY d.id, d.nummer, d.bsn ORDER BY d.nummer
        """,
        row => new Rapportregel(row.Guid(0), Deelnemers.Deelnemer.MaakNummer(row.Long(1)), row.Text(2), row.Long(3), row.Long(4), row.Long(5)), van, tot);
}

internal sealed record Rapportregel(Guid Deelnemer, string Nummer, string Burgerservicenummer, long BeginCent, long InkomstenCent, long UitgavenCent)
{
    public long EindCent => BeginCent + InkomstenCent + UitgavenCent;

    public override string ToString() => Nummer;
}
