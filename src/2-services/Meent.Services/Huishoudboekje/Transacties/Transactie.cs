using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Standards.Organisaties;

namespace Meent.Services.Huishoudboekje.Transacties;

/// <summary>A line of the bank with the place that it has; without <see cref="Afspraak"/> and <see cref="Rubriek"/> it waits.</summary>
internal sealed record Transactie(Guid Id, string Iban, Bankregel Regel, Guid? Afspraak, string? Rekening)
{
    public bool IsGeboekt => Rekening is not null;
}

internal sealed record TransactieAntwoord(
    string Url, Guid Id, string Rekening, DateOnly Datum, long Cent, string? Tegenrekening, string? Tegennaam, string Omschrijving, bool Storno, bool Geboekt, Guid? Afspraak, Guid? Deelnemer, Guid? Rubriek)
{
    public static TransactieAntwoord Van(Transactie t, Organisatie organisatie) => new(
        organisatie.Url($"transacties/{t.Id}"), t.Id, t.Iban, t.Regel.Boekdatum, t.Regel.Cent, t.Regel.Tegenrekening, t.Regel.Tegennaam, t.Regel.Omschrijving, t.Regel.Storno, t.IsGeboekt,
        t.Afspraak, Eigenaar(t.Rekening, "deelnemer:"), Eigenaar(t.Rekening, "rubriek:"));

    public static Guid? Eigenaar(string? rekening, string soort) => rekening?.StartsWith(soort, StringComparison.Ordinal) == true ? Guid.Parse(rekening[soort.Length..]) : null;
}

/// <summary>Which lines are asked for.</summary>
internal sealed record Transactiefilter(bool? Geboekt, DateOnly? Van, DateOnly? Tot, Guid? Afspraak, string? Zoek);

internal static class Transactietabel
{
    // Of a booking on a resident or rubriek the other side is what was not booked.
    private const string Kolommen =
        "r.id, r.iban, r.body, j.afspraak, j.rekening FROM huishoudboekje_bankregels r LEFT JOIN huishoudboekje_journaal j ON j.boeking = r.geboekt AND (j.rekening LIKE 'deelnemer:%' OR j.rekening LIKE 'rubriek:%')";

    public static ValueTask<Transactie?> Transactie(this Session session, Guid id) => session.One($"SELECT {Kolommen} WHERE r.id = $1", Lees, id);

    /// <summary>The oldest first, so that work is done in the order in which it came.</summary>
    public static async ValueTask<(long Aantal, List<Transactie> Deel)> Transacties(this Session session, Transactiefilter filter, Deelvraag deel)
    {
        var args = new List<object?>();
        var voorwaarden = new List<string> { "1 = 1" };
        if (filter.Geboekt is { } geboekt) voorwaarden.Add(geboekt ? "r.geboekt IS NOT NULL" : "r.geboekt IS NULL");
        if (filter.Van is { } van) Eis("r.datum >= ", van);
        if (filter.Tot is { } tot) Eis("r.datum <= ", tot);
        if (filter.Zoek is { } zoek) Eis("LOWER(r.body) LIKE ", $"%{zoek.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%", " ESCAPE '!'");
        if (filter.Afspraak is { } afspraak) Eis("EXISTS (SELECT 1 FROM huishoudboekje_journaal b WHERE b.boeking = r.geboekt AND b.afspraak = ", afspraak, ")");
        var waar = string.Join(" AND ", voorwaarden);
        return (
            await session.One($"SELECT COUNT(*) FROM huishoudboekje_bankregels r WHERE {waar}", row => row.Long(0), [.. args]),
            await session.All($"SELECT {Kolommen} WHERE {waar} ORDER BY r.datum, r.id {deel.Sql}", Lees, [.. args]));

        void Eis(string voor, object waarde, string na = "")
        {
            args.Add(waarde);
            voorwaarden.Add($"{voor}${args.Count}{na}");
        }
    }

    /// <summary>All that wait, in the order in which they came.</summary>
    public static ValueTask<List<Transactie>> Open(this Session session) => session.All($"SELECT {Kolommen} WHERE r.geboekt IS NULL ORDER BY r.datum, r.id", Lees);

    private static Transactie Lees(Row row) => new(row.Guid(0), row.Text(1), EigenJson.Lees<Bankregel>(row.Text(2)), row.GuidOrNull(3), row.TextOrNull(4));
}
