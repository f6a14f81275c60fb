using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Personen.Vraag;
using Meent.Standards.Logboek;

namespace Meent.Services.Personen.Opslag;

/// <summary>A persoonslijst that was found.</summary>
/// <param name="Bsn">Null for who has none, and is known by the A-nummer alone.</param>
internal readonly record struct Gevonden(Guid Id, string? Bsn, string Anummer, string Body)
{
    public static Gevonden Lees(Row row) => new(row.Guid(0), row.TextOrNull(1), row.Text(2), row.Text(3));

    public Betrokkene Betrokkene => Bsn is null ? new(LogboekAttributen.Anummer, Anummer) : new(LogboekAttributen.Bsn, Bsn);
}

/// <summary>The table of persoonslijsten.</summary>
internal static class Personenopslag
{
    // Shape 1 of the body: {categorie: [[voorkomen, …], …]}.
    private const int Vorm = 1;

    /// <summary>
    /// The lists with these numbers, in one query. Lists that were put away as wrong (F) or erased (W) are never delivered; deceased and
    /// emigrated persons are, when asked by number.
    /// </summary>
    public static ValueTask<List<Gevonden>> Vind(this Session session, IReadOnlyList<string> bsns, string? gemeente)
    {
        var nummers = string.Join(", ", Enumerable.Range(1, bsns.Count).Select(i => $"${i}"));
        var filter = gemeente is null ? "" : $"AND gemeente = ${bsns.Count + 1}";
        return session.All(
            $"""
            SELECT id, bsn, anummer, body FROM personen_personen
            WHERE bsn IN ({nummers}) AND (opschorting IS NULL OR opschorting NOT IN ('F', 'W')) {filter}
            """,
            Gevonden.Lees,
            gemeente is null ? [.. bsns] : [.. bsns, gemeente]);
    }

    /// <summary>Those that a search finds: at most one more than may be told, so that it is known when there are too many.</summary>
    public static ValueTask<List<Gevonden>> Zoek(this Session session, Personenvraag vraag)
    {
        var voorwaarden = new Zoekvoorwaarden(vraag.Zoek);
        return session.All(
            $"SELECT id, bsn, anummer, body FROM personen_personen WHERE {voorwaarden.Tekst} LIMIT {vraag.Type.Maximum + 1}", Gevonden.Lees, [.. voorwaarden.Argumenten]);
    }

    /// <summary>Adds a list, or replaces the one with the same A-nummer if it differs.</summary>
    /// <returns>Whether anything changed.</returns>
    public static async ValueTask<bool> Zet(this Session session, Persoonsrij rij)
    {
        if (await session.ZetRij(rij) == 0) return false;
        await session.ZetSleutels(rij);
        return true;
    }

    private static ValueTask<int> ZetRij(this Session session, Persoonsrij rij) => session.Execute(
        """
        INSERT INTO personen_personen (id, anummer, bsn, opschorting, body, vorm, version, sleutels, gemeente, geslachtsnaam, geslachtsnaam_kaal, voornamen, voornamen_kaal, voorvoegsel,
          geslacht, geboortedatum, postcode, huisnummer, huisletter, toevoeging, straat, straat_kaal, openbareruimte, openbareruimte_kaal, nummeraanduiding, adresseerbaarobject)
        VALUES ($1, $2, $3, $4, $5, $6, 1, 1, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
        ON CONFLICT (anummer) DO UPDATE SET
          bsn = excluded.bsn, opschorting = excluded.opschorting, body = excluded.body, vorm = excluded.vorm, version = personen_personen.version + 1, sleutels = 1, gemeente = excluded.gemeente,
          geslachtsnaam = excluded.geslachtsnaam, geslachtsnaam_kaal = excluded.geslachtsnaam_kaal, voornamen = excluded.voornamen, voornamen_kaal = excluded.voornamen_kaal,
          voorvoegsel = excluded.voorvoegsel, geslacht = excluded.geslacht, geboortedatum = excluded.geboortedatum, postcode = excluded.postcode, huisnummer = excluded.huisnummer,
          huisletter = excluded.huisletter, toevoeging = excluded.toevoeging, straat = excluded.straat, straat_kaal = excluded.straat_kaal, openbareruimte = excluded.openbareruimte,
          openbareruimte_kaal = excluded.openbareruimte_kaal, nummeraanduiding = excluded.nummeraanduiding, adresseerbaarobject = excluded.adresseerbaarobject
        WHERE personen_personen.body <> excluded.body OR personen_personen.sleutels = 0
        """,
        [Guid.CreateVersion7(), rij.Anummer, rij.Bsn, rij.Opschorting, rij.Body, Vorm, .. rij.Zoeksleutels]);
}
