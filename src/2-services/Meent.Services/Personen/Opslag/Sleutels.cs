using Meent.Data.Opslag;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Opslag;

/// <summary>What a list can be found by more than once.</summary>
internal enum Sleutelsoort
{
    /// <summary>The number of a travel document (12.35.20).</summary>
    Reisdocument = 1,

    /// <summary>An adresseerbaar object where the person lives or ever lived (08.11.80, 58.11.80).</summary>
    Verblijf = 2,
}

/// <summary>The keys of lists of which one list has several.</summary>
internal static class Sleutels
{
    public static IReadOnlyList<(Sleutelsoort Soort, string Waarde)> Van(Persoonslijst lijst) =>
    [
        .. lijst.Stapels("12").Select(stapel => stapel.Actueel["3520"]).OfType<string>().Select(nummer => (Sleutelsoort.Reisdocument, nummer)).Distinct(),
        .. lijst.Verblijfplaatsen().Select(verblijf => verblijf["1180"]).OfType<string>().Select(id => (Sleutelsoort.Verblijf, id)).Distinct(),
    ];

    public static async ValueTask<int> ZetSleutels(this Session session, Persoonsrij rij)
    {
        await session.Execute("DELETE FROM personen_sleutels WHERE anummer = $1", rij.Anummer);
        foreach (var (soort, waarde) in rij.Sleutels)
            await session.Execute("INSERT INTO personen_sleutels (soort, waarde, anummer) VALUES ($1, $2, $3)", (long)soort, waarde, rij.Anummer);
        return rij.Sleutels.Count;
    }

    /// <summary>In an order that is the same each time. Lists that were put away as wrong (F) or erased (W) are never delivered.</summary>
    public static ValueTask<List<Gevonden>> MetSleutel(this Session session, Sleutelsoort soort, string waarde) => session.All(
        """
        SELECT p.id, p.bsn, p.anummer, p.body FROM personen_sleutels s JOIN personen_personen p ON p.anummer = s.anummer
        WHERE s.soort = $1 AND s.waarde = $2 AND (p.opschorting IS NULL OR p.opschorting NOT IN ('F', 'W')) ORDER BY p.anummer
        """,
        Gevonden.Lees,
        (long)soort, waarde);
}
