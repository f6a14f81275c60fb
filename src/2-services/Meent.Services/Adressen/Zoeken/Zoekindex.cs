using Meent.Data.Opslag;

namespace Meent.Services.Adressen.Zoeken;

/// <summary>
/// Words of streets and places, so that the beginnings that somebody types lead to a few streets, and those by their own index to addresses. A street that
/// is gone leads to none.
/// </summary>
internal static class Zoekindex
{
    /// <summary>Who types one letter gets the first of so many streets; a letter more narrows it down.</summary>
    private const int MaxStraten = 250;

    private const int Groep = 500;

    /// <summary>Takes in the streets that are new since the last time.</summary>
    public static async Task WerkBij(this Store store, CancellationToken stop)
    {
        while (await store.Read(session => session.One("SELECT COUNT(*) FROM (SELECT 1 FROM adressen_straten WHERE gedaan = 0 LIMIT 1) s", row => row.Long(0)), stop) > 0)
            await store.WriteBulk(Indexeer, stop);
    }

    private static async ValueTask<int> Indexeer(Session session)
    {
        var nieuw = await session.All($"SELECT woonplaats, straat FROM adressen_straten WHERE gedaan = 0 ORDER BY woonplaats, straat LIMIT {Groep}", row => (Woonplaats: row.Text(0), Straat: row.Text(1)));
        foreach (var (woonplaats, straat) in nieuw)
        {
            foreach (var woord in Zoekterm.Splits($"{straat} {woonplaats}"))
                await session.Later("INSERT INTO adressen_zoekwoorden (woord, woonplaats, straat) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", woord, woonplaats, straat);
            await session.Later("UPDATE adressen_straten SET gedaan = 1 WHERE woonplaats = $1 AND straat = $2", woonplaats, straat);
        }

        return nieuw.Count;
    }

    /// <summary>The addresses on a page, and one more when there is a next page.</summary>
    public static async ValueTask<List<Adresrij>> Zoek(this Session session, Zoekterm term, int pagina, int grootte)
    {
        if (term.IsLeeg || (term.Postcode is null && term.Woorden.Count == 0)) return [];
        var (overslaan, nodig) = ((pagina - 1) * grootte, grootte + 1);
        if (term.Postcode is not null && term.Woorden.Count == 0) return await session.Adressen(term, null, nodig, overslaan);
        var gevonden = new List<Adresrij>();
        foreach (var straat in await session.Straten(term.Woorden))
        {
            gevonden.AddRange(await session.Adressen(term, straat, overslaan + nodig - gevonden.Count, 0));
            if (gevonden.Count >= overslaan + nodig) break;
        }

        return [.. gevonden.Skip(overslaan)];
    }

    /// <summary>Streets in whose name and place each word begins a word; those called exactly so first.</summary>
    private static async ValueTask<List<(string Woonplaats, string Straat)>> Straten(this Session session, IReadOnlyList<string> woorden)
    {
        var args = new List<object?>();
        // U+10FFFF comes after all that can follow in the order of bytes that both engines sort by.
        var eisen = woorden.Select(woord =>
        {
            args.Add(woord);
            args.Add(woord + "\U0010FFFF");
            return $"SELECT woonplaats, straat FROM adressen_zoekwoorden WHERE woord >= ${args.Count - 1} AND woord < ${args.Count}";
        });
        var straten = await session.All($"SELECT woonplaats, straat FROM ({string.Join(" INTERSECT ", eisen)}) s ORDER BY woonplaats, straat LIMIT {MaxStraten}", row => (row.Text(0), row.Text(1)), [.. args]);
        return [.. straten.OrderByDescending(straat => Zoekterm.Splits($"{straat.Item2} {straat.Item1}").Count(woorden.Contains))];
    }

    private static ValueTask<List<Adresrij>> Adressen(this Session session, Zoekterm term, (string Woonplaats, string Straat)? straat, int aantal, int vanaf)
    {
        var args = new List<object?>();
        var eisen = new List<string>();
        if (straat is { } waar)
        {
            Eis("woonplaats", waar.Woonplaats);
            Eis("straat", waar.Straat);
        }

        if (term.Postcode is { } postcode) Eis("postcode", postcode);
        if (term.Huisnummer is { } nummer) Eis("huisnummer", nummer);
        if (term.Huisletter is { } letter) Eis("huisletter", letter);
        if (term.Toevoeging is { } toevoeging) Eis("toevoeging", toevoeging);
        return session.All(
            $"SELECT nummeraanduiding, body FROM adressen_adressen WHERE {string.Join(" AND ", eisen)} ORDER BY woonplaats, straat, huisnummer, huisletter, toevoeging, nummeraanduiding LIMIT {aantal} OFFSET {vanaf}",
            row => new Adresrij(row.Text(0), row.Text(1)), [.. args]);

        void Eis(string kolom, object waarde)
        {
            args.Add(waarde);
            eisen.Add($"{kolom} = ${args.Count}");
        }
    }
}
