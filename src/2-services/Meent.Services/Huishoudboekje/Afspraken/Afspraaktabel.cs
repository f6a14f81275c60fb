using Meent.Data.Opslag;
using Meent.Services.EigenApi;

namespace Meent.Services.Huishoudboekje.Afspraken;

internal static class Afspraaktabel
{
    public static ValueTask<int> Voeg(this Session session, Afspraak a) => session.Execute(
        "INSERT INTO huishoudboekje_afspraken (id, deelnemer, crediteur, rubriek, tegenrekening, van, tot, body, vorm, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        a.Id, a.Deelnemer, a.Crediteur, a.Rubriek, a.Tegenrekening, a.Van, a.Tot, EigenJson.Schrijf(a), EigenJson.Vorm);

    public static ValueTask<int> Zet(this Session session, Afspraak a) => session.Execute(
        "UPDATE huishoudboekje_afspraken SET crediteur = $2, rubriek = $3, tegenrekening = $4, van = $5, tot = $6, body = $7, vorm = $8 WHERE id = $1",
        a.Id, a.Crediteur, a.Rubriek, a.Tegenrekening, a.Van, a.Tot, EigenJson.Schrijf(a), EigenJson.Vorm);

    /// <summary>In the order in which they were made; a resident has some tens.</summary>
    public static ValueTask<List<Afspraak>> AfsprakenVan(this Session session, Guid deelnemer) =>
        session.All("SELECT body FROM huishoudboekje_afspraken WHERE deelnemer = $1 ORDER BY id", Lees, deelnemer);

    /// <summary>With this account, or with another account of the creditor whose account it is: an organisation pays from where it likes.</summary>
    public static ValueTask<List<Afspraak>> AfsprakenMet(this Session session, string iban) => session.All(
        """
        SELECT body FROM huishoudboekje_afspraken WHERE tegenrekening = $1
        UNION
        SELECT a.body FROM huishoudboekje_rekeningen r JOIN huishoudboekje_afspraken a ON a.crediteur = r.eigenaar WHERE r.iban = $1 AND r.status <> 'vervallen'
        """,
        Lees, iban);

    /// <summary>Those that hold on a day of the period.</summary>
    public static ValueTask<List<Afspraak>> AfsprakenOp(this Session session, DateOnly van, DateOnly tot) => session.All(
        "SELECT body FROM huishoudboekje_afspraken WHERE van <= $2 AND (tot IS NULL OR tot >= $1) ORDER BY deelnemer, id", Lees, van, tot);

    /// <summary>Ends all that a resident has: also those with a later last day, and those that would still begin.</summary>
    public static async ValueTask Beeindig(this Session session, Guid deelnemer, DateOnly einde)
    {
        foreach (var afspraak in (await session.AfsprakenVan(deelnemer)).Where(a => a.Tot is not { } tot || tot > einde))
        {
            await session.Vergrendeld<Afspraak>(afspraak.Id, "Deze afspraak");
            await session.Zet(afspraak with { Tot = einde });
        }
    }

    private static Afspraak Lees(Row row) => EigenJson.Lees<Afspraak>(row.Text(0));
}
